import { createRequire } from 'node:module';
import { buffer } from 'node:stream/consumers';
import type { Language } from '@app/platform/context/request-context.js';
import PDFDocument from 'pdfkit';
import type { ExtractAssessor, ExtractAward, ExtractContent, ExtractEvidence } from './extract.js';
import { extractWords } from './extract-words.js';

const FONTS = '@expo-google-fonts/source-sans-3';
const files = createRequire(import.meta.url);
const REGULAR = files.resolve(`${FONTS}/400Regular/SourceSans3_400Regular.ttf`);
const BOLD = files.resolve(`${FONTS}/700Bold/SourceSans3_700Bold.ttf`);

/** What a line is to a screen reader. */
type Role = 'H1' | 'H2' | 'H3' | 'P';
const SIZE: Record<Role, number> = { H1: 20, H2: 14, H3: 11.5, P: 10.5 };

/**
 * An extract as tagged PDF (PDF/UA-1): headings and paragraphs for screen readers, in the language of whoever made it, with the sealed
 * JSON attached. The page says nothing that the JSON does not.
 */
export async function extractPdf(content: ExtractContent, json: Buffer, language: Language): Promise<Buffer> {
  const t = extractWords[language];
  const made = new Date(content.made.at);
  const document = new PDFDocument({
    ...{ pdfVersion: '1.7', subset: 'PDF/UA' as 'PDF/A-1a', tagged: true, displayTitle: true },
    ...{ lang: language === 'cy' ? 'cy' : 'en-GB', size: 'A4', margin: 50, font: REGULAR },
    info: { Title: `${t.title} ${content.serial}`, Author: content.force, CreationDate: made, ModDate: made },
  });
  const bytes = buffer(document);
  const root = document.struct('Document');
  document.addStructure(root);
  const say = (role: Role, text: string) => {
    const isProse = role === 'P';
    document.font(isProse ? REGULAR : BOLD).fontSize(SIZE[role]);
    document.text(text, { structParent: root, structType: role, paragraphGap: isProse ? 3 : 5 });
    if (role === 'H1') document.moveDown(0.3);
  };
  for (const [role, text] of linesOf(content, language)) say(role, text);
  document.file(json, {
    name: `${content.serial}.json`,
    type: 'application/json',
    creationDate: made,
    modifiedDate: made,
  });
  root.end();
  document.end();
  return bytes;
}

type Line = readonly [Role, string];

function linesOf(content: ExtractContent, language: Language): Line[] {
  const t = extractWords[language];
  const { question, answer, person, skill } = content;
  return [
    ['P', content.marking],
    ['H1', t.title],
    ['P', t.about(content.force, content.serial)],
    ['H2', t.question],
    ['P', t.asks({ ...person, skill: `${skill.id} ${skill.name[language]}`, ...question })],
    ['H2', t.answer],
    ['P', t.answers(answer, question)],
    ['H2', t.authority],
    ...(content.authority.length === 0
      ? [['P', t.noAuthority] as const]
      : content.authority.map((each): Line => ['P', t.authorityLine(each)])),
    ['H2', t.evidence],
    ...(content.evidence.length === 0 ? [['P', t.noEvidence] as const] : []),
    ...content.evidence.flatMap((piece) => evidenceLines(piece, language)),
    ['H2', t.verification],
    ['P', t.verify(content)],
    ['P', t.made(content.made)],
  ];
}

function evidenceLines(piece: ExtractEvidence, language: Language): Line[] {
  const t = extractWords[language];
  return [
    ['H3', piece.title[language]],
    ['P', t.piece(piece)],
    ['P', piece.why[language]],
    ...(piece.award === null ? [] : awardLines(piece.award, language)),
  ];
}

function awardLines(award: ExtractAward, language: Language): Line[] {
  const t = extractWords[language];
  return [
    ['P', t.award(award)],
    ...award.assessors.map((assessor: ExtractAssessor): Line => ['P', t.assessor(assessor)]),
  ];
}
