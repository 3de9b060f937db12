import { ApplyAssignments } from './apply-assignments.js';
import { AssignmentReader } from './assignment.reader.js';
import { AssignmentRepository } from './assignment.repository.js';
import { AssignmentFacts } from './assignment-facts.reader.js';
import { Grounds } from './assignment-ground.js';
import { AssignmentRuleReader } from './assignment-rule.reader.js';
import { AssignmentRuleRepository } from './assignment-rule.repository.js';
import { DecideException, LeaveOut, PersonsOfRule } from './decide-about-person.js';
import { EvaluateForce, EvaluatePeople, EvaluateRange, RuleBook } from './evaluate-force.js';
import { PreviewAssignmentRule } from './preview-assignment-rule.js';
import { ConditionTargets, SaveAssignmentRule } from './save-assignment-rule.js';
import {
  ConfirmAssignmentRule,
  PauseAssignmentRule,
  SetAssignmentGuard,
  SwitchOffAssignmentRule,
  SwitchOnAssignmentRule,
} from './steer-assignment-rule.js';

/** What assignment by rule offers to edges. */
export const assignmentExports = [
  ...[AssignmentReader, AssignmentRuleReader, PreviewAssignmentRule, SaveAssignmentRule],
  ...[SwitchOnAssignmentRule, PauseAssignmentRule, SwitchOffAssignmentRule, ConfirmAssignmentRule],
  ...[SetAssignmentGuard, LeaveOut, DecideException, EvaluatePeople, EvaluateForce],
];

/** Everything that assignment by rule is made of. */
export const assignmentProviders = [
  ...assignmentExports,
  ...[AssignmentRepository, AssignmentRuleRepository, RuleBook, Grounds, AssignmentFacts],
  ...[ApplyAssignments, EvaluateRange, ConditionTargets, PersonsOfRule],
];
