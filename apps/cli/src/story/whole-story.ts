import { correctAndPublish } from './act-author.js';
import { beginCourse, finishCourse } from './act-learn.js';
import { type Attempt, leaveToTheClock, makeSitting, waitUntilOpen } from './act-sit.js';
import { type Cast, signIn } from './cast.js';
import type { Client } from './client.js';
import { COURSE_CODE, joinForce, type NewOfficer, patiently, ROLE, teamOf } from './company.js';
import * as documents from './documents.js';
import { type Transcript, timeOfDay } from './transcript.js';

/** One row of the cover table, as the API gives it. */
export interface CoverRow {
  skillId: string;
  skillName: { en: string };
  level: number;
  posted: number;
  inDate: number;
}

/** From an invitation to an award, with a sitting, a correction and cover on the way. */
export async function tellWholeStory(cast: Cast, told: Transcript): Promise<void> {
  const { client: trainer, person } = await signIn(cast, 'harbourshire.trainer');
  told.step(`${person.name}, training lead of ${person.force}, looks at cover`);
  const unit = await teamOf(trainer);
  const before = await coverOf(trainer, unit.id);
  tellCover(told, before, `${unit.name}, response officers, today`);

  told.step('A new officer is added, posted, invited by mail and signs in for the first time');
  const officer = await joinForce(cast, trainer, unit.id);
  told.say(`${officer.name} chose a password by the link in the invitation`);
  const posted = await coverOf(trainer, unit.id);

  await beginCourse(officer, told);
  await correctAndPublish(cast, officer, told);
  await finishCourse(officer, told);

  const sitting = await makeSitting(trainer, [officer.id], told);
  await waitUntilOpen(trainer, sitting, told);
  const attempt = await leaveToTheClock(officer, sitting, told);

  const award = await tellAward(officer, attempt, told);
  await tellCoverMoved({ trainer, unit, posted, skillIds: award.skills.map(({ skillId }) => skillId) }, told);
  told.check('the new officer counts as posted', (posted[0]?.posted ?? 0) === (before[0]?.posted ?? 0) + 1);
  await tellNotices(officer.client, told);
}

async function tellAward(officer: NewOfficer, attempt: Attempt, told: Transcript): Promise<AwardNode> {
  told.step('The award');
  const award = await patiently(async () =>
    (await awardsOf(officer.client)).find(({ courseCode }) => courseCode === COURSE_CODE),
  );
  told.say(
    `${award.courseTitle.en}: certificate ${award.serial}, awarded ${award.awardedOn}, last valid day ${award.lastValidDay}`,
  );
  for (const skill of award.skills)
    told.say(`evidence: ${skill.skillId} at level ${skill.level} until ${skill.lastValidDay}`);
  told.check('the award is in date', award.inDate);
  told.check(
    'it lasts twelve calendar months',
    award.lastValidDay === aYearAfter(award.awardedOn),
    award.lastValidDay,
  );
  told.check('it was given for the attempt that passed', attempt.result?.passed === true);
  return award;
}

interface CoverBefore {
  trainer: Client;
  unit: { id: string; name: string };
  posted: readonly CoverRow[];
  skillIds: readonly string[];
}

async function tellCoverMoved(
  { trainer, unit, posted, skillIds }: CoverBefore,
  told: Transcript,
): Promise<void> {
  told.step('Cover moves');
  const wanted = skillsUp(posted, skillIds);
  const after = await patiently(async () => {
    const rows = await coverOf(trainer, unit.id);
    return wanted(rows) ? rows : undefined;
  });
  tellCover(told, after, `${unit.name}, response officers, now`);
  for (const skillId of skillIds) {
    const [was, is] = [rowOf(posted, skillId), rowOf(after, skillId)];
    if (was !== undefined && is !== undefined)
      told.check(`${skillId}: ${was.inDate} → ${is.inDate} in date`, is.inDate === was.inDate + 1);
  }
}

async function coverOf(trainer: Client, unitId: string): Promise<CoverRow[]> {
  const cover = await trainer.do<{ rows: CoverRow[] }>(documents.COVER, { unitId, roleId: ROLE });
  return cover.rows.filter(({ skillId }) => skillId.startsWith('OLH-'));
}

function tellCover(told: Transcript, rows: readonly CoverRow[], title: string): void {
  told.say(title);
  for (const row of rows)
    told.say(
      `  ${row.skillId} ${row.skillName.en}, level ${row.level}: ${row.inDate} of ${row.posted} in date`,
    );
}

function rowOf(rows: readonly CoverRow[], skillId: string): CoverRow | undefined {
  return rows.find((row) => row.skillId === skillId);
}

function skillsUp(
  before: readonly CoverRow[],
  skillIds: readonly string[],
): (rows: readonly CoverRow[]) => boolean {
  return (rows) =>
    skillIds.every((skillId) => {
      const was = rowOf(before, skillId);
      return was === undefined || (rowOf(rows, skillId)?.inDate ?? 0) > was.inDate;
    });
}

interface AwardNode {
  courseCode: string;
  courseTitle: { en: string };
  serial: string;
  awardedOn: string;
  lastValidDay: string;
  inDate: boolean;
  skills: { skillId: string; level: number; lastValidDay: string }[];
}

async function awardsOf(officer: Client): Promise<AwardNode[]> {
  const awards = await officer.do<{ edges: { node: AwardNode }[] }>(documents.MY_AWARDS);
  return awards.edges.map(({ node }) => node);
}

/** The same day next year; 29 February becomes 28 February. Worked out here, apart from the system's own rule. */
function aYearAfter(day: string): string {
  const [year, month, date] = day.split('-') as [string, string, string];
  return `${Number(year) + 1}-${month}-${month === '02' && date === '29' ? '28' : date}`;
}

async function tellNotices(officer: Client, told: Transcript): Promise<void> {
  const notices = await officer.do<{ edges: { node: { subject: { en: string }; at: string } }[] }>(
    documents.MY_NOTICES,
  );
  for (const { node } of notices.edges) told.say(`notice at ${timeOfDay(node.at)}: ${node.subject.en}`);
}
