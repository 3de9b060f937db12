import {
  type ForceId,
  nobody,
  type PersonId,
  type RequestContext,
  scopeOf,
  systemContext,
} from '@app/platform/context/request-context.js';
import { newId } from '@app/platform/ids/ids.js';
import { describe, expect, it } from '@jest/globals';
import type { UnitId } from '../unit/unit.js';
import { BUNDLES, everyPermission, PLACE, permissionsOf } from './bundles.js';
import { type HeldNow, may, mustBeAllowed, reachOf } from './may.js';

const force = newId<ForceId>();
const [top, below, beside] = [newId<UnitId>(), newId<UnitId>(), newId<UnitId>()];

function holding(...bundles: HeldNow[]): RequestContext {
  return {
    actor: { kind: 'person', personId: newId<PersonId>() },
    force: scopeOf(force),
    requestId: 'test',
    language: 'en',
    bundles,
  };
}

const wide = (bundle: string, forceId = force): HeldNow => ({ bundle, forceId, unitId: null, reach: null });
const ofUnit = (bundle: string): HeldNow => ({ bundle, forceId: force, unitId: top, reach: [top, below] });

describe('may', () => {
  it('IDN-38 lets a force-wide role reach every unit', () => {
    const ctx = holding(wide('training-lead'));
    expect(reachOf(ctx, 'identity.unit.create')).toBe('force');
    expect(may(ctx, 'identity.unit.create', { unitId: beside })).toBe(true);
    expect(may(ctx, 'identity.unit.create', { forceWide: true })).toBe(true);
  });

  it('IDN-38 lets a unit’s role reach the unit and those below, and not the force', () => {
    const ctx = holding(ofUnit('training-lead'));
    const permission = 'identity.unit.create';
    expect(may(ctx, permission)).toBe(true);
    expect([top, below, beside].map((unitId) => may(ctx, permission, { unitId }))).toEqual([
      true,
      true,
      false,
    ]);
    expect(may(ctx, permission, { forceWide: true })).toBe(false);
    expect(() => mustBeAllowed(ctx, permission, { unitId: beside })).toThrow('Your role does not allow this');
  });

  it('IDN-38 counts nothing that is held in another force', () => {
    const ctx = holding(wide('training-lead', newId<ForceId>()));
    expect(may(ctx, 'identity.unit.create')).toBe(false);
    expect(reachOf(ctx, 'identity.unit.create')).toEqual([]);
  });

  it('lets the system do what its code says, and nobody do anything', () => {
    expect(may(systemContext('test', force), 'identity.unit.create', { forceWide: true })).toBe(true);
    expect(may(nobody('test', 'en'), 'identity.unit.create')).toBe(false);
  });

  it('gives a role only what its bundle says', () => {
    expect(may(holding(wide('officer')), 'identity.person.read')).toBe(false);
    expect(may(holding(wide('no-such-role')), 'identity.person.read')).toBe(false);
    expect(may(holding(wide('training-lead')), 'identity.role.grant')).toBe(false);
  });
});

describe('the bundles', () => {
  it('each say where they are held', () => {
    expect(Object.keys(PLACE).sort()).toEqual([...BUNDLES].sort());
  });

  it('name permissions as domain, noun and verb, all lower case', () => {
    expect(everyPermission().filter((name) => !/^[a-z]+(\.[a-z-]+){2}$/.test(name))).toEqual([]);
  });

  it('let only administrators grant roles and suspend people', () => {
    for (const permission of ['identity.role.grant', 'identity.role.revoke', 'identity.person.suspend']) {
      expect(BUNDLES.filter((bundle) => permissionsOf(bundle).has(permission))).toEqual(['administrator']);
    }
  });
});
