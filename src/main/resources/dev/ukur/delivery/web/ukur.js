// @ts-check
// Only makes pages handier: each of them says everything, and can be used, without it.

import './chart.js';
import './brush.js';

const THEME = 'ukur-theme';

/** A choice in the period picker takes effect at once; without script its button does. */
for (const form of document.querySelectorAll('form[data-at-once]')) {
  form.addEventListener('change', () => /** @type {HTMLFormElement} */ (form).requestSubmit());
}

/** The theme chosen stays chosen on this device. */
const radios = /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll('input[name=tema]'));
for (const radio of radios) {
  if (radio.id === localStorage.getItem(THEME)) {
    radio.checked = true;
  }
  radio.addEventListener('change', () => localStorage.setItem(THEME, radio.id));
}

/** Files dropped anywhere on the field are chosen, not opened. */
for (const zone of document.querySelectorAll('.dropzone')) {
  const input = /** @type {HTMLInputElement | null} */ (zone.querySelector('input[type=file]'));
  zone.addEventListener('dragover', (event) => event.preventDefault());
  zone.addEventListener('drop', (event) => {
    const files = /** @type {DragEvent} */ (event).dataTransfer?.files;
    if (input && files?.length) {
      event.preventDefault();
      input.files = files;
    }
  });
}

/** What is being edited is looked at while it is typed; without script a button does it. */
for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll('form[data-lint]'))) {
  const told = document.querySelector('#lint');
  let waiting = 0;
  let asked = 0;
  form.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const mine = ++asked;
      const body = new URLSearchParams(/** @type {any} */ (new FormData(form)));
      const reply = await fetch(`${/** @type {HTMLFormElement} */ (form).action}/lint`, { method: 'POST', body });
      if (told && reply.ok && mine === asked) {
        told.innerHTML = await reply.text();
      }
    }, 500);
  });
}
