import { Module } from '@nestjs/common';
import { HealthPage } from './health/health.page.js';
import { InvitationPage } from './invitation/invitation.page.js';
import { LanguagePage } from './language/language.page.js';
import { ForgottenPasswordPage } from './password/forgotten-password.page.js';
import { ResetPasswordPage } from './password/reset-password.page.js';
import { SignInPage } from './sign-in/sign-in.page.js';
import { SignOutPage } from './sign-in/sign-out.page.js';

/** The pages for anybody. */
@Module({
  controllers: [
    SignInPage,
    SignOutPage,
    InvitationPage,
    ForgottenPasswordPage,
    ResetPasswordPage,
    LanguagePage,
    HealthPage,
  ],
})
export class EveryonePagesModule {}
