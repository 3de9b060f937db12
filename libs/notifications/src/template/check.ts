import { IntlMessageFormat } from 'intl-messageformat';

type Texts = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>;
interface Part {
  readonly type: number;
  readonly value?: unknown;
  readonly options?: Readonly<Record<string, { readonly value: readonly Part[] }>>;
}

/** The kinds of a parsed message's parts that name a field: argument, number, date, time, select, plural. */
const NAMING = new Set([1, 2, 3, 4, 5, 6]);

/** The fields that an ICU message names, at any depth. */
export function fieldsOf(message: string): Set<string> {
  const fields = new Set<string>();
  const walk = (parts: readonly Part[]): void => {
    for (const { type, value, options } of parts) {
      if (NAMING.has(type)) fields.add(String(value));
      for (const option of Object.values(options ?? {})) walk(option.value);
    }
  };
  walk(new IntlMessageFormat(message, 'en-GB').getAst());
  return fields;
}

/**
 * NTF-14. Refuses, when the program loads, a text that names a field its message does not declare, leaves a declared one out, or
 * has one language only; and texts and declarations that do not pair up. Names message, language and field.
 */
export function checkTemplates(texts: Texts, declared: Readonly<Record<string, readonly string[]>>): void {
  const faults = [...new Set([...Object.keys(texts), ...Object.keys(declared)])].flatMap((name) => {
    const [text, fields] = [texts[name], declared[name]];
    if (text === undefined || fields === undefined) return [`${name}: text or declaration is missing`];
    return ['en', 'cy'].flatMap((language) => faultsOf(`${name} (${language})`, text[language], fields));
  });
  if (faults.length > 0) throw new Error(`Messages cannot be sent as they are written: ${faults.join('; ')}`);
}

function faultsOf(
  where: string,
  text: Readonly<Record<string, string>> | undefined,
  fields: readonly string[],
): string[] {
  if (text === undefined) return [`${where}: is missing`];
  const named = new Set(Object.values(text).flatMap((message) => [...fieldsOf(message)]));
  return [
    ...[...named]
      .filter((field) => !fields.includes(field))
      .map((field) => `${where}: unknown field ${field}`),
    ...fields.filter((field) => !named.has(field)).map((field) => `${where}: field ${field} is missing`),
  ];
}
