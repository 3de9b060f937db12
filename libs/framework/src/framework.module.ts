import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { CreateFrameworkDraft } from './draft/create-framework-draft.js';
import { DiscardFrameworkDraft } from './draft/discard-framework-draft.js';
import { DraftWriter } from './draft/draft-writer.js';
import { FrameworkDraftReader } from './draft/framework-draft.reader.js';
import { FrameworkDraftRepository } from './draft/framework-draft.repository.js';
import { FRAMEWORK_DRAFT, frameworkDraftSchema } from './draft/framework-draft.schema.js';
import { PublishFramework } from './draft/publish-framework.js';
import { RemoveSkill } from './draft/remove-skill.js';
import { RemoveSkillArea } from './draft/remove-skill-area.js';
import { SaveSkill } from './draft/save-skill.js';
import { SaveSkillArea } from './draft/save-skill-area.js';
import { SetNationalProfile } from './draft/set-national-profile.js';
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
import { FrameworkVersionReader } from './version/framework-version.reader.js';
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
    DiscardFrameworkDraft,
    DraftWriter,
    FrameworkDraftReader,
    RemoveSkill,
    RemoveSkillArea,
    SaveSkill,
    SaveSkillArea,
    SetNationalProfile,
    FrameworkVersionReader,
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
    DiscardFrameworkDraft,
    FrameworkDraftReader,
    RemoveSkill,
    RemoveSkillArea,
    SaveSkill,
    SaveSkillArea,
    SetNationalProfile,
    FrameworkVersionReader,
  ],
})
export class FrameworkModule {}
