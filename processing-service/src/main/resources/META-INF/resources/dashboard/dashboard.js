// Live updates. Every page works without this file; nothing here decides what is shown: the server renders, we put it in place.
const RETRY_MS = [1000, 2000, 5000, 10000];
const SILENCE_MS = 45000; // three heartbeats
const GATHER_MS = 250;

const page = document.querySelector('[data-live]');
const state = document.querySelector('[data-live-state]');
const announcement = document.querySelector('[data-live-announce]');

const show = (words, paused) => {
  state.hidden = false;
  state.textContent = words;
  state.classList.toggle('d-live--paused', paused);
};

let lastWords = '';
const announce = (words) => {
  // The same words twice are read twice only if the text changes.
  lastWords = words === lastWords ? `${words}\u00a0` : words;
  announcement.textContent = lastWords;
};

/** This page as the server would show it now; null when the session has ended. */
const fresh = async (address) => {
  const response = await fetch(address, {
    headers: { Accept: 'text/html', 'X-Requested-With': 'JavaScript' },
    redirect: 'manual',
    cache: 'no-store',
  });
  if (!response.ok) {
    if (response.type === 'opaqueredirect' || [401, 403, 499].includes(response.status)) {
      return null;
    }
    throw new Error(`The server answered ${response.status}.`);
  }
  return new DOMParser().parseFromString(await response.text(), 'text/html');
};

const loggedOut = () => {
  stream.stop();
  show('You have been logged out. Reload the page to log in again.', true);
};

// --- The list: fetch it again with the same filters, replace it, light up and announce what is new.

const listPage = () => {
  let pending = null;
  let running = false;
  let again = false;

  const rows = (root) =>
    new Map([...root.querySelectorAll('[data-reference]')].map((row) => [row.dataset.reference, row.dataset.revision]));

  const replace = (next) => {
    const current = document.getElementById('cases');
    const before = rows(current);
    const focused = current.contains(document.activeElement) ? document.activeElement.getAttribute('href') : null;
    const replacement = document.adoptNode(next.getElementById('cases'));
    let arrived = 0;
    replacement.querySelectorAll('[data-reference]').forEach((row) => {
      if (!before.has(row.dataset.reference)) {
        arrived += 1;
      }
      if (before.get(row.dataset.reference) !== row.dataset.revision) {
        row.classList.add('r-table__new');
      }
    });
    current.replaceWith(replacement);
    if (focused) {
      [...replacement.querySelectorAll('a')].find((link) => link.getAttribute('href') === focused)?.focus();
    }
    return arrived;
  };

  const refresh = async () => {
    if (running) {
      again = true;
      return;
    }
    running = true;
    try {
      const next = await fresh(window.location.href);
      if (!next) {
        loggedOut();
        return;
      }
      const arrived = replace(next);
      if (arrived > 0) {
        announce(arrived === 1 ? '1 new case.' : `${arrived} new cases.`);
      }
    } catch {
      again = true;
    } finally {
      running = false;
      if (again) {
        again = false;
        soon(2000);
      }
    }
  };

  const soon = (wait = GATHER_MS) => {
    pending ??= setTimeout(() => {
      pending = null;
      refresh();
    }, wait);
  };

  return { changed: () => soon(), opened: () => soon() };
};

// --- A case: never pull the page from under the reader; show the new state, and offer to reload.

const casePage = () => {
  const { reference } = page.dataset;
  const revision = Number(page.dataset.revision);
  const notice = document.querySelector('[data-live-changed]');
  const words = document.querySelector('[data-live-words]');
  let told = revision;

  const look = async () => {
    const next = await fresh(`/cases/${reference}`).catch(() => undefined);
    if (next === null) {
      loggedOut();
      return;
    }
    const live = next?.querySelector('[data-live="case"]');
    if (!live || Number(live.dataset.revision) <= told) {
      return;
    }
    told = Number(live.dataset.revision);
    const badge = live.querySelector('[data-live-badge]');
    const label = badge.textContent.trim();
    document.querySelector('[data-live-badge]').replaceWith(document.adoptNode(badge));
    words.textContent = `It is now: ${label}.`;
    notice.hidden = false;
    announce(`This case has changed. It is now: ${label}.`);
  };

  return {
    changed: (change) => {
      if (change.reference === reference && change.revision > told) {
        look();
      }
    },
    opened: look,
  };
};

// --- The stream: reconnects by itself, notices silence, and asks for what it missed.

const liveStream = (listener) => {
  let source = null;
  let failures = 0;
  let silence = null;
  let retry = null;
  let stopped = false;

  const heard = () => {
    clearTimeout(silence);
    silence = setTimeout(() => broken(), SILENCE_MS);
  };

  const open = () => {
    source = new EventSource('/events');
    source.addEventListener('open', () => {
      const missed = failures > 0;
      failures = 0;
      heard();
      show('Live', false);
      if (missed) {
        announce('Live updates are back.');
      }
      listener.opened();
    });
    source.addEventListener('heartbeat', heard);
    source.addEventListener('case-changed', (event) => {
      heard();
      listener.changed(JSON.parse(event.data));
    });
    source.addEventListener('error', () => broken());
  };

  const broken = () => {
    source.close();
    clearTimeout(silence);
    if (stopped || retry) {
      return;
    }
    show('Live updates paused, reconnecting', true);
    if (failures === 0) {
      announce('Live updates paused, reconnecting.');
    }
    retry = setTimeout(reconnect, RETRY_MS[Math.min(failures, RETRY_MS.length - 1)]);
    failures += 1;
  };

  /** A stream cannot tell a server that is away from a session that has ended; a page can. */
  const reconnect = async () => {
    const session = failures > 1 ? await fresh('/').catch(() => undefined) : undefined;
    retry = null;
    if (session === null) {
      loggedOut();
    } else if (!stopped) {
      open();
    }
  };

  return {
    open,
    stop: () => {
      stopped = true;
      clearTimeout(silence);
      clearTimeout(retry);
      source?.close();
    },
  };
};

// A fragment that leads into something folded up opens it.
const unfold = () => {
  const target = document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
  const folded = target?.closest('details:not([open])');
  if (folded) {
    folded.open = true;
    target.scrollIntoView();
  }
};
window.addEventListener('hashchange', unfold);
unfold();

const stream = liveStream(page.dataset.live === 'list' ? listPage() : casePage());
stream.open();
window.addEventListener('pagehide', () => stream.stop());
window.addEventListener('pageshow', (event) => {
  if (event.persisted) {
    window.location.reload();
  }
});
