import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { LawReader } from './law/law.reader.js';
import { LawRepository } from './law/law.repository.js';
import { LAW, lawSchema } from './law/law.schema.js';
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
    ]),
  ],
  providers: [
    FrameworkVersionRepository,
    CurrentFramework,
    LawRepository,
    LoadFramework,
    SkillReader,
    RoleProfileReader,
    LawReader,
  ],
  exports: [LoadFramework, SkillReader, RoleProfileReader, LawReader],
})
export class FrameworkModule {}
