// @ts-check
// The values of a drawing at hand: by mouse, touch and arrow keys. All words come from the table behind the drawing.

/**
 * A row of the table where it stands in the drawing, in the units of its view box.
 * @typedef {{x: number, y: number, row: HTMLTableRowElement}} Spot
 */

/** @param {SVGSVGElement} svg @returns {HTMLTableElement | null} */
function tableOf(svg) {
  return svg.closest('figure, section')?.querySelector('table') ?? null;
}

/** @param {SVGSVGElement} svg @returns {Spot[]} */
export function spotsOf(svg) {
  const rows = tableOf(svg)?.tBodies[0]?.rows;
  if (!rows) {
    return [];
  }
  return (svg.dataset.spots ?? '')
    .split(',')
    .map((spot) => spot.split(' ').map(Number))
    .filter(([row]) => rows[row])
    .map(([row, x, y]) => ({ x, y, row: rows[row] }));
}

/** Where the row leads, if it leads anywhere. @param {Spot} spot @returns {HTMLAnchorElement | null} */
export function linkOf(spot) {
  return spot.row.cells[0].querySelector('a');
}

/** From the screen to the view box. @param {SVGSVGElement} svg @param {PointerEvent} event */
export function placeOf(svg, event) {
  const box = svg.getBoundingClientRect();
  const view = svg.viewBox.baseVal;
  return {
    x: ((event.clientX - box.left) / box.width) * view.width,
    y: ((event.clientY - box.top) / box.height) * view.height,
  };
}

/** Lines are read along, lists downwards. @param {Spot[]} spots */
function isList(spots) {
  return spots.length > 1 && spots[1].y > spots[0].y && spots.every((spot, i) => i === 0 || spot.y > spots[i - 1].y)
    && !spots.every((spot, i) => i === 0 || spot.x > spots[i - 1].x);
}

/** @param {Spot[]} spots @param {{x: number, y: number}} place */
export function nearest(spots, place) {
  const along = isList(spots) ? 'y' : 'x';
  let best = 0;
  spots.forEach((spot, i) => {
    if (Math.abs(spot[along] - place[along]) < Math.abs(spots[best][along] - place[along])) {
      best = i;
    }
  });
  return best;
}

/** The cells of a row under their headings. @param {Spot} spot */
function words(spot) {
  const heads = /** @type {HTMLTableElement} */ (spot.row.closest('table')).tHead?.rows[0].cells;
  return [...spot.row.cells].map((cell, i) => {
    const text = cell.textContent?.trim() ?? '';
    return i === 0 ? text : `${heads?.[i]?.textContent?.trim() ?? ''} ${text}`;
  });
}

class Tooltip {
  /** @param {SVGSVGElement} svg @param {Spot[]} spots */
  constructor(svg, spots) {
    this.svg = svg;
    this.spots = spots;
    this.at = -1;
    this.box = document.createElement('div');
    this.box.className = 'tip';
    this.box.setAttribute('role', 'status');
    this.box.hidden = true;
    this.mark = document.createElementNS(svg.namespaceURI, 'circle');
    this.mark.setAttribute('class', 's-ring tip-mark');
    this.mark.setAttribute('r', '6');
    svg.after(this.box);
  }

  /** @param {number} index */
  show(index) {
    const spot = this.spots[index];
    if (!spot) {
      return;
    }
    if (index !== this.at) {
      this.at = index;
      this.svg.dataset.at = String(index);
      const [name, ...rest] = words(spot);
      const head = document.createElement('b');
      head.textContent = name;
      this.box.replaceChildren(head, ...rest.map((line) => {
        const div = document.createElement('div');
        div.textContent = line;
        return div;
      }));
      this.svg.append(this.mark);
      this.mark.setAttribute('cx', String(spot.x));
      this.mark.setAttribute('cy', String(spot.y));
    }
    this.box.hidden = false;
    const view = this.svg.viewBox.baseVal;
    const side = spot.x > view.width / 2 ? 'right' : 'left';
    const share = (100 * (side === 'left' ? spot.x : view.width - spot.x)) / view.width;
    this.box.style.left = this.box.style.right = 'auto';
    this.box.style[side] = `calc(${share}% + 12px)`;
    this.box.style.top = `${(100 * Math.max(0, spot.y - 20)) / view.height}%`;
  }

  hide() {
    this.at = -1;
    delete this.svg.dataset.at;
    this.box.hidden = true;
    this.mark.remove();
  }
}

/** @param {SVGSVGElement} svg */
function enhance(svg) {
  const spots = spotsOf(svg);
  if (spots.length === 0) {
    return;
  }
  const tip = new Tooltip(svg, spots);
  svg.tabIndex = 0;
  svg.classList.add('handy');
  svg.addEventListener('pointermove', (event) => tip.show(nearest(spots, placeOf(svg, event))));
  svg.addEventListener('pointerdown', (event) => tip.show(nearest(spots, placeOf(svg, event))));
  svg.addEventListener('pointerleave', (event) => event.pointerType === 'mouse' && tip.hide());
  svg.addEventListener('blur', () => tip.hide());
  svg.addEventListener('click', (event) => linkOf(spots[nearest(spots, placeOf(svg, event))])?.click());
  svg.addEventListener('keydown', (event) => {
    const last = spots.length - 1;
    const now = tip.at < 0 ? last + 1 : tip.at;
    const steps = { ArrowLeft: now - 1, ArrowUp: now - 1, ArrowRight: tip.at < 0 ? 0 : now + 1, ArrowDown: tip.at < 0 ? 0 : now + 1, Home: 0, End: last };
    const step = steps[/** @type {keyof typeof steps} */ (event.key)];
    if (step !== undefined) {
      event.preventDefault();
      tip.show(Math.max(0, Math.min(last, step)));
    } else if (event.key === 'Enter' && tip.at >= 0) {
      linkOf(spots[tip.at])?.click();
    } else if (event.key === 'Escape') {
      tip.hide();
    }
  });
}

document.querySelectorAll('.fig svg[data-spots]').forEach((svg) => enhance(/** @type {SVGSVGElement} */ (svg)));
