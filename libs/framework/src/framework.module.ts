import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { CreateFrameworkDraft } from './draft/create-framework-draft.js';
import { FrameworkDraftRepository } from './draft/framework-draft.repository.js';
import { FRAMEWORK_DRAFT, frameworkDraftSchema } from './draft/framework-draft.schema.js';
import { PublishFramework } from './draft/publish-framework.js';
import { SetSkillRelations } from './draft/set-skill-relations.js';
import { LawReader } from './law/law.reader.js';
import { LawRepository } from './law/law.repository.js';
import { LAW, lawSchema } from './law/law.schema.js';
import { EndProfileRaise } from './role-profile/end-profile-raise.js';
import { ProfileRaiseRepository } from './role-profile/profile-raise.repository.js';
import { PROFILE_RAISE, profileRaiseSchema } from './role-profile/profile-raise.schema.js';
import { RaiseProfile } from './role-profile/raise-profile.js';
import { RoleProfileReader } from './role-profile/role-profile.reader.js';
import { SkillReader } from './skill/skill.reader.js';
import { CurrentFramework } from './version/current-framework.reader.js';
import { FrameworkVersionRepository } from './version/framework-version.repository.js';
import { FRAMEWORK_VERSION, frameworkVersionSchema } from './version/framework-version.schema.js';
import { LoadFramework } from './version/load-framework.js';

/** Skills, levels, role profiles and the law register: national, versioned, read by everybody. */
@Module({
  imports: [
    MongooseModule.forFeature([
      { name: FRAMEWORK_VERSION, schema: frameworkVersionSchema },
      { name: LAW, schema: lawSchema },
      { name: FRAMEWORK_DRAFT, schema: frameworkDraftSchema },
      { name: PROFILE_RAISE, schema: profileRaiseSchema },
    ]),
  ],
  providers: [
    FrameworkVersionRepository,
    CurrentFramework,
    LawRepository,
    FrameworkDraftRepository,
    CreateFrameworkDraft,
    SetSkillRelations,
    PublishFramework,
    LoadFramework,
    SkillReader,
    ProfileRaiseRepository,
    RoleProfileReader,
    RaiseProfile,
    EndProfileRaise,
    LawReader,
  ],
  exports: [
    LoadFramework,
    SkillReader,
    RoleProfileReader,
    RaiseProfile,
    EndProfileRaise,
    LawReader,
    CreateFrameworkDraft,
    SetSkillRelations,
    PublishFramework,
  ],
})
export class FrameworkModule {}
