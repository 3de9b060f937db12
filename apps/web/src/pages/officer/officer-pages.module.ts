import { Module } from '@nestjs/common';
import { AdjustmentsPage } from './adjustments/adjustments.page.js';
import { AnswerFilesPage } from './attempt/answer-files.page.js';
import { PausePage } from './attempt/pause.page.js';
import { QuestionPage } from './attempt/question.page.js';
import { ResultPage } from './attempt/result.page.js';
import { ReviewPage } from './attempt/review.page.js';
import { CataloguePage } from './catalogue/catalogue.page.js';
import { CoursePage } from './course/course.page.js';
import { HomePage } from './home/home.page.js';
import { LessonPage } from './lesson/lesson.page.js';
import { AwardsPage } from './record/awards.page.js';
import { NoticesPage } from './record/notices.page.js';
import { StandingPage } from './record/standing.page.js';
import { SittingPage } from './sitting/sitting.page.js';

/** The pages of a learner: learn, sit, hold. */
@Module({
  controllers: [
    HomePage,
    CataloguePage,
    CoursePage,
    LessonPage,
    SittingPage,
    PausePage,
    AnswerFilesPage,
    ReviewPage,
    ResultPage,
    QuestionPage,
    AdjustmentsPage,
    AwardsPage,
    StandingPage,
    NoticesPage,
  ],
})
export class OfficerPagesModule {}
