import type { StylesheetJson } from 'cytoscape';

import type { ClaimStatus, Family } from '../../api/graph.ts';
import { lineForms } from '../../ui/line-forms.ts';
import { tokens, typeScale } from '../../ui/tokens.ts';
import type { ColorTokens, ThemeName } from '../../ui/tokens.ts';
import { canvasFontFamily } from './fonts.ts';
import { shapes } from './shapes.ts';
import { formOf } from './status-forms.ts';
import type { StatusForm } from './status-forms.ts';

/** Class of a status, or of a line without one. */
export function statusClass(status: ClaimStatus | null): string {
  return `status-${(status ?? 'none').toLowerCase()}`;
}

function families(theme: ThemeName): StylesheetJson {
  const { color, family } = tokens[theme];
  return (Object.keys(shapes) as Family[]).flatMap((name) => [
    {
      selector: `.${name}`,
      style: {
        shape: shapes[name].name,
        'underlay-shape': shapes[name].halo,
        'background-color': family[name].fill,
      },
    },
    {
      selector: `.${name}.open`,
      style: {
        'background-color': color.canvas,
        'border-color': family[name].fill,
        'border-width': 1.8,
        'border-style': 'dashed',
        'border-dash-pattern': [4, 2.6],
        'border-position': 'inside',
      },
    },
  ]);
}

const statusNames = [null, ...(Object.keys(lineForms) as ClaimStatus[])];

function statusRule(selector: string, form: StatusForm, color: ColorTokens): StylesheetJson {
  const line = color[form.color];
  return [
    {
      selector,
      style: {
        width: form.width,
        'line-color': line,
        'target-arrow-color': line,
        'target-arrow-shape': form.end,
        'arrow-scale': form.arrowScale,
        'line-cap': form.cap,
        ...(form.dash.length > 0
          ? { 'line-style': 'dashed', 'line-dash-pattern': [...form.dash] }
          : { 'line-style': 'solid' }),
      },
    },
    { selector: `${selector}.corroborated`, style: { width: form.widthCorroborated } },
  ];
}

function statuses(color: ColorTokens): StylesheetJson {
  return [
    ...statusNames.flatMap((status) => statusRule(`.${statusClass(status)}`, formOf(status), color)),
    {
      selector: `.${statusClass('DENIED')}`,
      style: { color: color.deny, 'font-weight': 600 },
    },
    { selector: '.symmetric', style: { 'target-arrow-shape': 'none' } },
  ];
}

function nodes(color: ColorTokens): StylesheetJson {
  return [
    {
      selector: 'node',
      style: {
        width: 'data(width)',
        height: 'data(height)',
        'corner-radius': 'data(corner)' as unknown as string,
        'background-image': 'data(image)',
        'background-width': 'data(imageSize)' as unknown as string,
        'background-height': 'data(imageSize)' as unknown as string,
        'background-clip': 'none',
        'background-image-containment': 'over',
        'bounds-expansion': 12 as unknown as string,
        label: 'data(label)',
        'font-family': canvasFontFamily,
        'font-size': 'data(labelSize)' as unknown as number,
        'font-weight': typeScale.nodeLabel.weight,
        'line-height': typeScale.nodeLabel.line / typeScale.nodeLabel.size,
        color: color.ink,
        'text-wrap': 'wrap',
        'text-max-width': '400px',
        'text-outline-width': 2,
        'text-outline-color': color.canvas,
        'text-halign': 'center',
        'text-valign': 'bottom',
        'text-margin-y': 5,
        'min-zoomed-font-size': 8,
        'overlay-opacity': 0,
        'z-index': 10,
      },
    },
    { selector: '.open', style: { 'font-style': 'italic', 'font-weight': typeScale.nodeLabelOpen.weight } },
    { selector: '.label-above', style: { 'text-valign': 'top', 'text-margin-y': -5 } },
    {
      selector: '.label-right',
      style: { 'text-halign': 'right', 'text-valign': 'center', 'text-margin-x': 7, 'text-margin-y': 0 },
    },
    {
      selector: '.label-left',
      style: { 'text-halign': 'left', 'text-valign': 'center', 'text-margin-x': -7, 'text-margin-y': 0 },
    },
  ];
}

function edges(color: ColorTokens): StylesheetJson {
  return [
    {
      selector: 'edge',
      style: {
        'curve-style': 'unbundled-bezier',
        'control-point-distances': 'data(bend)' as unknown as number[],
        'control-point-weights': 0.5,
        'edge-distances': 'node-position',
        'font-family': canvasFontFamily,
        'font-size': typeScale.edgeCaption.size,
        'font-weight': typeScale.edgeCaption.weight,
        color: color.ink2,
        'text-rotation': 'autorotate',
        'source-text-rotation': 'autorotate' as unknown as number,
        'text-background-color': color.canvas,
        'text-background-opacity': 1,
        'text-background-padding': '2px',
        // At 1024 pixels of width a graph of a hundred elements is in view at 0.7: its captions are still read.
        'min-zoomed-font-size': 7.5,
        'target-distance-from-node': 3,
        'source-distance-from-node': 2,
        'overlay-opacity': 0,
      },
    },
    {
      selector: 'edge:loop',
      style: {
        'curve-style': 'bezier',
        'loop-direction': '-45deg',
        'loop-sweep': '60deg',
        'control-point-step-size': 70,
      },
    },
    { selector: '.straight', style: { 'curve-style': 'straight' } },
    // Looking for the line under the pointer is the dearest part of a move over a big picture.
    { selector: '.untouchable', style: { events: 'no' } },
    // The text of a caption is on the line's middle, or where there is more room, so many pixels from its start.
    { selector: '.captioned', style: { label: 'data(text)' } },
    {
      selector: '.captioned-aside',
      style: {
        label: '',
        'source-label': 'data(text)',
        'source-text-offset': 'data(aside)' as unknown as number,
      },
    },
  ];
}

function marksAndStates(color: ColorTokens): StylesheetJson {
  return [
    {
      selector: 'edge.rest',
      style: { 'line-color': color.control, 'target-arrow-color': color.control, color: color.ink3 },
    },
    {
      selector: '.disputed',
      style: {
        color: color.onDeny,
        'font-weight': 600,
        'text-background-color': color.deny,
        'text-background-shape': 'roundrectangle',
        'text-background-padding': '4px',
        'text-border-width': 1.5,
        'text-border-color': color.canvas,
        'text-border-opacity': 1,
        'z-index': 5,
      },
    },
    {
      selector: 'node.ghost',
      style: {
        'background-color': color.canvas,
        'border-color': color.control,
        'border-width': 1.2,
        'border-style': 'dashed',
        'border-dash-pattern': [2, 3],
        color: color.ink3,
        'font-weight': 500,
      },
    },
    {
      selector: 'edge.ghost',
      style: {
        width: 1.2,
        'line-color': color.ghost,
        'target-arrow-color': color.ghost,
        'line-style': 'dashed',
        'line-dash-pattern': [1.5, 4],
        'z-index': 0,
      },
    },
    {
      selector: 'node.hovered',
      style: { 'outline-width': 1.4, 'outline-color': color.ink, 'outline-offset': 3.4 },
    },
    {
      selector: 'node.also-selected',
      style: {
        'outline-width': 2,
        'outline-style': 'dotted',
        'outline-color': color.ink,
        'outline-offset': 3.4,
      },
    },
    {
      selector: 'node.shown, node.end',
      style: {
        'outline-width': 2,
        'outline-style': 'solid',
        'outline-color': color.ink,
        'outline-offset': 3.4,
        'underlay-color': color.marker,
        'underlay-opacity': 1,
        'underlay-padding': 7,
        'z-index': 20,
      },
    },
    {
      selector: 'edge.also-selected',
      style: { 'underlay-color': color.sunk, 'underlay-opacity': 1, 'underlay-padding': 5, 'z-index': 6 },
    },
    {
      selector: 'edge.shown',
      style: {
        width: 'data(widthShown)',
        'line-color': color.onMarker,
        'target-arrow-color': color.onMarker,
        color: color.onMarker,
        'font-weight': typeScale.edgeCaptionSelected.weight,
        'text-background-color': color.marker,
        'underlay-color': color.marker,
        'underlay-opacity': 1,
        'underlay-padding': 6.5,
        'z-index': 7,
      },
    },
    {
      selector: 'edge.shown.disputed',
      style: { color: color.onDeny, 'text-background-color': color.deny },
    },
    {
      selector: 'node.focused',
      style: {
        'outline-width': 2.5,
        'outline-style': 'solid',
        'outline-color': color.focus,
        'outline-offset': 3.4,
        'z-index': 21,
      },
    },
    {
      selector: 'edge.focused',
      style: { 'overlay-color': color.focus, 'overlay-opacity': 0.35, 'overlay-padding': 5, 'z-index': 8 },
    },
    // A name that stands for many others lies above their shapes.
    { selector: 'node.named', style: { 'z-index': 15 } },
    { selector: '.unplaced', style: { visibility: 'hidden' } },
  ];
}

/** The whole look of one theme. Later rules win, so states come after kinds. */
export function stylesheet(theme: ThemeName): StylesheetJson {
  const { color } = tokens[theme];
  return [...nodes(color), ...families(theme), ...edges(color), ...statuses(color), ...marksAndStates(color)];
}
