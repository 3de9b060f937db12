import { svgFaultOf } from '@app/platform/files/svg.js';

/** How large a drawing is, in CSS pixels. */
export interface DrawingSize {
  readonly width: number;
  readonly height: number;
}

/** The most bytes of one drawing: a page of pictures must load on a phone in a car park. */
export const MOST_DRAWING_BYTES = 60_000;

const VIEW_BOX =
  /<svg\b[^>]*\bviewBox\s*=\s*["']\s*0[ ,]+0[ ,]+(?<width>\d+(?:\.\d+)?)[ ,]+(?<height>\d+(?:\.\d+)?)\s*["']/;

/** The size that a drawing's `viewBox` says, from 0 0; null when it says none. */
export function drawingSize(svg: string): DrawingSize | null {
  const { width, height } = VIEW_BOX.exec(svg)?.groups ?? {};
  if (width === undefined || height === undefined) return null;
  const size = { width: Math.round(Number(width)), height: Math.round(Number(height)) };
  return size.width > 0 && size.height > 0 ? size : null;
}

/** What is the matter with a drawing, in words; null: nothing. */
export function drawingFault(svg: string): string | null {
  const fault = svgFaultOf(svg);
  if (fault !== null)
    return fault.isSvg ? `runs or loads something: ${fault.active}` : 'is no drawing (SVG) that can be read';
  if (drawingSize(svg) === null) return 'has no size: give its svg a viewBox="0 0 width height"';
  const bytes = Buffer.byteLength(svg);
  if (bytes > MOST_DRAWING_BYTES) return `has ${bytes} bytes: at most ${MOST_DRAWING_BYTES}`;
  return null;
}
