// Comforts of the form: it saves by itself, files show how far they are, and lists survive pasting. The form works without.
import { WORTHWHILE, post, straight } from './upload.js';

(() => {
  'use strict';

  const PAUSE = 3000;
  const SOONEST = 10000;
  const STORE = 'rostrum-draft-';

  // ---- Pasting: what has lists or tables becomes lines with bullets and tabs; all else is left to the browser. ----

  const marker = (item) => {
    const list = item.parentElement;
    if (!list || list.tagName !== 'OL') {
      return '• ';
    }
    const before = [...list.children].filter((other) => other.tagName === 'LI').indexOf(item);
    return `${(list.start || 1) + before}. `;
  };

  const depth = (item) => {
    let levels = -1;
    for (let at = item; at; at = at.parentElement) {
      levels += at.tagName === 'UL' || at.tagName === 'OL' ? 1 : 0;
    }
    return Math.max(levels, 0);
  };

  const BLOCKS = new Set(['P', 'DIV', 'LI', 'TR', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'BLOCKQUOTE', 'UL', 'OL', 'TABLE']);

  const plain = (node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      return node.data.replace(/[ \t\r\n]+/g, ' ');
    }
    if (node.nodeType !== Node.ELEMENT_NODE || ['SCRIPT', 'STYLE', 'TITLE', 'HEAD'].includes(node.tagName)) {
      return '';
    }
    if (node.tagName === 'BR') {
      return '\n';
    }
    const inner = [...node.childNodes].map(plain).join('');
    if (node.tagName === 'LI') {
      return `\n${'  '.repeat(depth(node))}${marker(node)}${inner.trim()}`;
    }
    if (node.tagName === 'TD' || node.tagName === 'TH') {
      return node.nextElementSibling ? `${inner.trim()}\t` : inner.trim();
    }
    if (!BLOCKS.has(node.tagName)) {
      return inner;
    }
    // The first line of a list inside a list is indented, too; and no empty line parts it from what is around it.
    const isList = node.tagName === 'UL' || node.tagName === 'OL';
    const lines = isList ? inner.replace(/^\n+|\s+$/g, '') : inner.trim();
    const apart = /^(P|H\d|TABLE|UL|OL)$/.test(node.tagName) && !node.parentElement?.closest('li');
    return `\n${lines}\n${apart ? '\n' : ''}`;
  };

  const structured = (html) => {
    // Handlers and styles would be refused and complained about by the policy, although nothing is run or shown here.
    const bare = html.replace(/<[^<>]*>/g, (tag) => tag.replace(/\s(?:on[a-z]+|style)\s*=/gi, ' data-dropped='));
    const page = new DOMParser().parseFromString(bare, 'text/html'); // inert: runs and fetches nothing
    if (!page.querySelector('li, td')) {
      return null;
    }
    return plain(page.body)
      .replace(/ *\n */g, (line) => line.replace(/^ +/, ''))
      .replace(/\n{3,}/g, '\n\n')
      .trim();
  };

  const paste = (event) => {
    const html = event.clipboardData?.getData('text/html');
    const text = html ? structured(html) : null;
    if (text) {
      event.preventDefault();
      document.execCommand('insertText', false, text); // the only way that keeps undo
    }
  };

  document.querySelectorAll('textarea[data-paste]').forEach((field) => field.addEventListener('paste', paste));

  // ---- The link to the draft ----

  document.querySelectorAll('[data-copy-value]').forEach((button) => {
    const source = document.getElementById(button.dataset.copyValue);
    if (!source || !navigator.clipboard) {
      return;
    }
    button.hidden = false;
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(source.value);
      button.textContent = button.dataset.done;
    });
  });

  // A link to a field inside closed details opens them.
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let at = target?.closest('details'); at; at = at.parentElement.closest('details')) {
      at.open = true;
    }
    if (target?.closest('details')) {
      target.scrollIntoView();
      target.focus();
    }
  };
  window.addEventListener('hashchange', reveal);
  reveal();

  // ---- Saving ----

  const form = document.querySelector('form[data-draft]');
  if (!form) {
    // The page after sending or before: what was kept for a bad connection is not needed any more.
    return;
  }
  const part = (name) => form.querySelector(`[name="${name}"]`);
  const token = part('draft').value;
  const status = document.getElementById('save-status');
  const uploads = document.getElementById('uploads');
  const fields = () => [...form.elements].filter(
    (field) => field.name && !['hidden', 'file', 'submit', 'button'].includes(field.type) && field.tagName !== 'BUTTON');

  const typed = () => {
    const values = {};
    fields().forEach((field) => {
      if (field.type === 'radio' || field.type === 'checkbox') {
        if (field.checked) {
          values[field.name] = field.value;
        }
      } else if (field.value) {
        values[field.name] = field.value;
      }
    });
    return values;
  };

  const put = (name, value) => {
    fields().filter((field) => field.name === name).forEach((field) => {
      if (field.type === 'radio' || field.type === 'checkbox') {
        field.checked = field.value === value;
      } else {
        field.value = value;
        field.dispatchEvent(new Event('input', { bubbles: false }));
      }
    });
  };

  // Second net: only what could not be saved, only in this browser, gone as soon as it is saved.
  const net = {
    keep(values) {
      try {
        localStorage.setItem(STORE + token, JSON.stringify({ at: Date.now(), values }));
      } catch {
        // private windows and full disks have no second net
      }
    },
    drop() {
      try {
        localStorage.removeItem(STORE + token);
      } catch {
        // as above
      }
    },
    read() {
      try {
        return JSON.parse(localStorage.getItem(STORE + token))?.values ?? null;
      } catch {
        return null;
      }
    },
  };

  let saved = JSON.stringify(typed());
  let timer = 0;
  let lastTry = 0;
  let busy = false;
  let leaving = false;
  let wait = SOONEST;

  const say = (text) => {
    if (status.textContent !== text) {
      status.textContent = text;
    }
  };

  const body = (action) => {
    const data = new FormData(form);
    data.delete('attachment');
    data.set('do', action);
    return data;
  };

  const take = (answer, before) => {
    part('revision').value = answer.revision;
    const now = typed();
    Object.entries(answer.changed).forEach(([name, value]) => {
      if ((now[name] ?? '') === (before[name] ?? '')) {
        put(name, value);
      }
    });
    say(answer.conflict ? form.dataset.conflict : answer.saved);
  };

  const save = async () => {
    clearTimeout(timer);
    timer = 0;
    const before = typed();
    const posted = JSON.stringify(before);
    if (busy || leaving || posted === saved) {
      return;
    }
    busy = true;
    lastTry = Date.now();
    try {
      const response = await fetch(form.action, { method: 'POST', body: body('autosave') }); // asking for JSON alone is refused: what this address makes is pages
      if (response.status === 410) {
        leaving = true;
        location.assign(`/drafts/${token}`);
        return;
      }
      if (!response.ok) {
        throw new Error(String(response.status));
      }
      take(await response.json(), before);
      saved = posted;
      wait = SOONEST;
      net.drop();
    } catch {
      net.keep(before);
      say(form.dataset.offline);
      wait = Math.min(wait * 2, 120000);
      timer = setTimeout(save, wait);
    } finally {
      busy = false;
    }
    if (!timer && JSON.stringify(typed()) !== saved) {
      later();
    }
  };

  const later = () => {
    if (JSON.stringify(typed()) === saved) {
      return;
    }
    clearTimeout(timer);
    timer = setTimeout(save, Math.max(PAUSE, lastTry + SOONEST - Date.now()));
  };

  form.addEventListener('input', later);
  form.addEventListener('change', later);
  window.addEventListener('online', save);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && !leaving && JSON.stringify(typed()) !== saved) {
      net.keep(typed());
      save();
    }
  });
  window.addEventListener('pageshow', () => {
    leaving = false;
  });

  // One press sends once; the key in the form guards it anyway.
  let sending = false;
  form.addEventListener('submit', (event) => {
    if (sending) {
      event.preventDefault();
      return;
    }
    sending = true;
    leaving = true;
    clearTimeout(timer);
    net.keep(typed());
    window.setTimeout(() => {
      sending = false;
    }, 8000);
  });

  // A page that was reached is saved; what the net still holds was not.
  const left = net.read();
  if (left && JSON.stringify(left) !== saved && form.dataset.saved !== JSON.stringify(left)) {
    const here = typed();
    const missing = Object.entries(left).filter(([name, value]) => (here[name] ?? '') === '' && value);
    missing.forEach(([name, value]) => put(name, value));
    if (missing.length) {
      say(form.dataset.restored);
      later();
    }
  }
  net.drop();

  // ---- Files: uploaded as soon as they are chosen, with their progress ----

  const chooser = document.getElementById('attachment');
  const progressOf = (file) => (part) => {
    const percent = new Intl.NumberFormat(document.documentElement.lang, { style: 'percent' }).format(part);
    uploads.textContent = form.dataset.uploading.replace('{name}', file.name).replace('{percent}', percent);
  };

  const throughForm = async (file) => {
    const before = typed();
    const data = body('autosave');
    data.append('attachment', file);
    take(await post(form.action, data, progressOf(file)), before);
  };

  const throughStore = async (file) => {
    let before = typed();
    take(await post(form.action, body('autosave')), before); // there must be a draft for the file to come to
    const id = await straight(`/drafts/${token}/uploads`, file, progressOf(file));
    before = typed();
    const data = body('autosave');
    data.append('upload', id);
    take(await post(form.action, data), before);
  };

  const upload = async (file) => {
    if ('direct' in form.dataset && file.size >= WORTHWHILE) {
      try {
        await throughStore(file);
        return;
      } catch {
        // a network that does not lead to the store; the other way is slower, and always there
      }
    }
    await throughForm(file);
  };

  chooser?.addEventListener('change', async () => {
    if (!chooser.files.length || busy) {
      return;
    }
    busy = true;
    clearTimeout(timer);
    let current = '';
    try {
      for (const file of [...chooser.files]) {
        current = file.name;
        await upload(file);
      }
      chooser.value = '';
      document.getElementById('attach').click(); // shows the page with the files, and saves what was typed meanwhile
    } catch {
      uploads.textContent = form.dataset.failed.replace('{name}', current); // still chosen: goes with the next press
    } finally {
      busy = false;
    }
  });
})();
