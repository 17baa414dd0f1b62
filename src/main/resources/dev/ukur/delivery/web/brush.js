// @ts-check
// A part of a line chosen by dragging, or by shift and the arrow keys and then Enter: opens those periods in the explorer.

import { linkOf, nearest, placeOf, spotsOf } from './chart.js';

/** Shorter drags are clicks. */
const LEAST = 8;

/**
 * The address of the periods from one row to another: that of the first, up to the end of the last.
 * @param {import('./chart.js').Spot} first @param {import('./chart.js').Spot} last
 */
function address(first, last) {
  const from = linkOf(first);
  const to = linkOf(last);
  if (!from || !to) {
    return null;
  }
  const url = new URL(from.href);
  const end = new URL(to.href).searchParams.get('to');
  if (end) {
    url.searchParams.set('to', end);
  }
  return end && url.searchParams.get('from') ? url.href : null;
}

/** @param {SVGSVGElement} svg */
function enhance(svg) {
  const spots = spotsOf(svg);
  const rising = spots.every((spot, i) => i === 0 || spot.x > spots[i - 1].x);
  if (spots.length < 2 || !rising || !address(spots[0], spots[1])) {
    return;
  }
  const band = document.createElementNS(svg.namespaceURI, 'rect');
  band.setAttribute('class', 'brush');
  band.setAttribute('y', '0');
  band.setAttribute('height', String(svg.viewBox.baseVal.height));
  let begun = -1;
  let ends = -1;
  let from = 0;

  /** @param {number} one @param {number} other */
  const show = (one, other) => {
    const left = Math.min(spots[one].x, spots[other].x);
    band.setAttribute('x', String(left - 4));
    band.setAttribute('width', String(Math.abs(spots[one].x - spots[other].x) + 8));
    svg.prepend(band);
  };
  const stop = () => {
    begun = ends = -1;
    band.remove();
  };
  const open = () => {
    const chosen = begun >= 0 && begun !== ends && address(spots[Math.min(begun, ends)], spots[Math.max(begun, ends)]);
    if (chosen) {
      location.assign(chosen);
    }
    return Boolean(chosen);
  };

  svg.addEventListener('pointerdown', (event) => {
    if (event.pointerType === 'mouse' && event.button === 0) {
      begun = ends = nearest(spots, placeOf(svg, event));
      from = event.clientX;
      svg.setPointerCapture(event.pointerId);
    }
  });
  svg.addEventListener('pointermove', (event) => {
    if (begun >= 0 && event.buttons === 1 && Math.abs(event.clientX - from) >= LEAST) {
      ends = nearest(spots, placeOf(svg, event));
      show(begun, ends);
    }
  });
  svg.addEventListener('click', (event) => {
    if (Math.abs(event.clientX - from) >= LEAST && begun >= 0) {
      event.stopImmediatePropagation(); // a drag is no click
      open();
    }
    stop();
  }, { capture: true });
  svg.addEventListener('keydown', (event) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step && event.shiftKey) {
      begun = begun < 0 ? Number(svg.dataset.at ?? (step < 0 ? spots.length - 1 : 0)) : begun;
      ends = Math.max(0, Math.min(spots.length - 1, (ends < 0 ? begun : ends) + step));
      show(begun, ends);
    } else if (event.key === 'Enter' && open()) {
      event.stopImmediatePropagation();
    } else if (event.key === 'Escape' || step) {
      stop();
    }
  }, { capture: true });
  svg.addEventListener('blur', stop);
}

document.querySelectorAll('.fig svg[data-spots]').forEach((svg) => enhance(/** @type {SVGSVGElement} */ (svg)));
