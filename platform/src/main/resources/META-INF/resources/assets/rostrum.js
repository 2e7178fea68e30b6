// Small comforts only: every page works without this file. No inline scripts, no state, no requests.
(() => {
  'use strict';

  // <textarea data-count="ID" data-limit="200000"> counts into <p id="ID" data-text="{used} of {limit}" aria-live="polite">;
  // with data-over="{used} of {limit}: too long" instead of aria-live it speaks only beyond the limit.
  const count = (field) => {
    const output = document.getElementById(field.dataset.count);
    if (!output) {
      return;
    }
    const limit = Number(field.dataset.limit);
    const numbers = new Intl.NumberFormat(document.documentElement.lang || undefined);
    const show = () => {
      const used = [...field.value].length;
      const over = limit > 0 && used > limit;
      output.textContent = (over && output.dataset.over ? output.dataset.over : output.dataset.text)
        .replace('{used}', numbers.format(used))
        .replace('{limit}', numbers.format(limit));
      output.classList.toggle('r-count--over', over);
      if (output.dataset.over) {
        output.setAttribute('aria-live', over ? 'polite' : 'off'); // a count that talks all the time helps nobody
      }
    };
    field.addEventListener('input', show);
    show();
  };

  // <button hidden data-print> and <button hidden data-copy="ID" data-done="Copied"> appear only where they can work.
  const print = (button) => {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  };

  const copy = (button) => {
    const source = document.getElementById(button.dataset.copy);
    if (!source || !navigator.clipboard) {
      return;
    }
    button.hidden = false;
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(source.textContent.trim());
      button.textContent = button.dataset.done;
    });
  };

  // <form data-once>: a second click on the button sends nothing twice (the key in the form guards it anyway).
  const once = (form) => {
    let sent = false;
    form.addEventListener('submit', (event) => {
      if (sent) {
        event.preventDefault();
      }
      sent = true;
    });
    window.addEventListener('pageshow', () => {
      sent = false;
    });
  };

  document.querySelectorAll('[data-count]').forEach(count);
  document.querySelectorAll('[data-print]').forEach(print);
  document.querySelectorAll('[data-copy]').forEach(copy);
  document.querySelectorAll('form[data-once]').forEach(once);
  // After a refused form, the list of errors is where the reader needs to be.
  document.querySelector('.r-error-summary')?.focus();
})();
