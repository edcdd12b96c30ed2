// Keys, the drawer, the palette. Every page works without this file; nothing here makes markup of words.
(() => {
  'use strict';
  const $ = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const drawer = $('#drawer');
  let opener = null, wantsCopy = false, firstG = 0;

  const make = (name, words, attributes = {}) => {
    const element = document.createElement(name);
    if (words) element.textContent = words;
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };

  // How old the page is: the server gives the time, this says how long ago that was.
  const tellAge = () => all('.age time').forEach(time => {
    const minutes = Math.max(0, Math.round((Date.now() - Date.parse(time.dateTime)) / 60000));
    const words = minutes < 1 ? 'just now' : minutes < 90 ? `${minutes} min ago` : minutes < 2880 ? `${Math.round(minutes / 60)} h ago` : `${Math.round(minutes / 1440)} days ago`;
    time.title = time.title || time.textContent;
    // as wide as the server drew it: nothing beside it moves
    time.style.minWidth = time.style.minWidth || `${Math.ceil(time.getBoundingClientRect().width)}px`;
    time.textContent = words;
  });
  tellAge();

  // On a narrow screen the part of the story that is open may lie beyond the edge of its bar.
  const here = $('.parts [aria-current=page]');
  if (here) here.closest('.parts').scrollLeft = here.offsetLeft - (here.closest('.parts').clientWidth - here.offsetWidth) / 2;
  setInterval(tellAge, 30000);

  const closeDrawer = () => {
    if (!drawer.firstChild) return false;
    drawer.replaceChildren();
    opener?.focus();
    opener = null;
    return true;
  };
  const copyCitation = async () => {
    const citation = $('.citation', drawer) ?? $('main .citation');
    if (!citation) return;
    try { await navigator.clipboard.writeText(citation.value); } catch { citation.select(); return; }
    const said = $('[data-copied]', citation.closest('.evidence'));
    if (said) said.textContent = 'copied';
  };
  document.addEventListener('htmx:beforeRequest', event => { if (!drawer.contains(event.detail.elt)) opener = event.detail.elt; });
  document.addEventListener('htmx:afterSwap', event => {
    if (event.detail.target !== drawer) return;
    drawer.scrollTop = 0;
    drawer.focus({ preventScroll: true });
  });
  // only now its links know the drawer
  document.addEventListener('htmx:afterSettle', event => {
    if (event.detail.target !== drawer || !wantsCopy) return;
    // what several pages say has no citation of its own: that of its first words is meant
    const place = $('.citation', drawer) ? null : all('a[data-evidence]', drawer).find(link => /\/\d+-\d+(\?|$)/.test(link.getAttribute('href')));
    if (place) { place.click(); return; }
    wantsCopy = false;
    copyCitation();
  });
  // What can't be put into the drawer is opened as a page, which says what is wrong.
  const follow = event => { const link = event.detail.elt.closest('a'); if (link) location.href = link.href; };
  document.addEventListener('htmx:responseError', follow);
  document.addEventListener('htmx:sendError', follow);
  document.addEventListener('click', event => {
    if (event.target.closest('.close')) { event.preventDefault(); closeDrawer(); }
    if (event.target.closest('[data-copy]')) copyCitation();
  });

  // What others and the sources do meanwhile: said at the edge, shown when asked for, so that nothing moves under a reader's eyes.
  const live = $('#live');
  let told = Number(live?.dataset.build), stream = null;
  const listen = () => {
    stream?.close();
    stream = null;
    // only the page that is looked at holds a connection: a browser has few of them for one server
    if (!live?.dataset.build || document.hidden) return;
    stream = new EventSource(`/v1/events?after=${told}${live.dataset.story ? '&story=' + live.dataset.story : ''}`);
    stream.addEventListener('change', event => {
      const stories = JSON.parse(event.data).stories;
      told = Number(event.lastEventId);
      live.dataset.came = Number(live.dataset.came ?? 0) + stories.reduce((n, s) => n + s.came, 0);
      live.dataset.went = Number(live.dataset.went ?? 0) + stories.reduce((n, s) => n + s.went, 0);
      const show = make('button', 'Show', { type: 'button' });
      show.addEventListener('click', refresh);
      live.replaceChildren(make('span', `New since this page was made: ${live.dataset.came} came, ${live.dataset.went} went. `), show);
    });
  };
  const refresh = async () => {
    const answer = await fetch(location.href, { cache: 'no-cache' });
    const fresh = answer.ok && new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (!fresh || !$('main', fresh)) { location.reload(); return; }
    const at = document.documentElement.scrollTop;
    for (const part of ['main', '.age']) $(part).replaceWith(document.adoptNode($(part, fresh)));
    htmx.process($('main'));
    delete live.dataset.came;
    delete live.dataset.went;
    live.replaceChildren();
    tellAge();
    $('main').focus({ preventScroll: true });
    document.documentElement.scrollTop = at;
  };
  document.addEventListener('visibilitychange', listen);
  addEventListener('pagehide', () => { stream?.close(); stream = null; });
  addEventListener('pageshow', event => { if (event.persisted) listen(); });
  listen();

  // Rows: what j and k walk over.
  const rows = () => all('main [data-row]');
  const current = () => document.activeElement?.closest?.('[data-row]');
  const go = to => { const list = rows(); const row = list[Math.min(list.length - 1, Math.max(0, to))]; if (row) { row.tabIndex = -1; row.focus({ preventScroll: true }); row.scrollIntoView({ block: 'center' }); } };
  const step = by => { const list = rows(), at = list.indexOf(current()); go(at < 0 ? (by > 0 ? 0 : list.length - 1) : at + by); };
  const evidence = () => { const row = current() ?? document; const link = $('a[data-evidence]', row === document ? $('main') : row); link?.click(); return !!link; };
  const openRow = () => { const row = current(); (row && ($('a[data-main]', row) ?? $('a', row)))?.click(); };
  const part = key => { const link = $(`.parts a[data-key="${key}"]`); if (link) location.href = link.href; };

  const dialog = (title, fill) => {
    const box = make('dialog', '', { 'aria-label': title });
    fill(box);
    document.body.append(box);
    box.addEventListener('close', () => box.remove());
    box.showModal();
  };
  const help = () => dialog('Keys', box => {
    box.append(make('h2', 'Keys'));
    const list = make('dl');
    for (const [keys, does] of [['j k', 'next, previous line'], ['l o', 'open it'], ['h', 'back'], ['g g, G', 'first, last line'], ['/', 'search'], ['e', 'evidence of the line'], ['y', 'copy its citation'],
      ['d', 'changes'], ['t', 'timeline'], ['c', 'claims'], ['w', 'who said what'], ['p', 'prospects'], ['s', 'sources'], ['x', 'disputed only'], ['Ctrl K, :', 'go to …'], ['Esc', 'close'], ['?', 'these keys']]) {
      const dt = make('dt'); dt.append(make('kbd', keys)); list.append(dt, make('dd', does));
    }
    const form = make('form', '', { method: 'dialog' });
    form.append(make('button', 'Close'));
    box.append(list, form);
  });
  const palette = () => dialog('Go to', box => {
    const input = make('input', '', { type: 'search', placeholder: 'Go to a page, a section, or search', 'aria-label': 'Go to' });
    const list = make('ul', '', { class: 'plain' });
    const places = [...all('.masthead nav a, .parts a'), ...all('main h1 a, main h2 a')].map(a => [a.textContent.trim(), a.href])
      .concat(all('main h2[id], main section[id] > h2').map(h => [h.textContent.trim(), '#' + (h.id || h.parentElement.id)]));
    let at = 0;
    const show = () => {
      const wanted = input.value.trim().toLowerCase();
      const found = places.filter(([words]) => words.toLowerCase().includes(wanted)).slice(0, 12);
      if (wanted) found.push([`Search for “${input.value.trim()}”`, '/search?q=' + encodeURIComponent(input.value.trim())]);
      at = Math.min(at, found.length - 1);
      list.replaceChildren(...found.map(([words, href], i) => { const li = make('li'); li.append(make('a', words, { href, 'aria-current': i === at })); return li; }));
    };
    input.addEventListener('input', () => { at = 0; show(); });
    input.addEventListener('keydown', event => {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') { event.preventDefault(); at = Math.max(0, at + (event.key === 'ArrowDown' ? 1 : -1)); show(); }
      if (event.key === 'Enter') { event.preventDefault(); const link = $('a[aria-current=true]', list); if (link) { box.close(); location.href = link.href; } }
    });
    list.addEventListener('click', () => box.close());
    box.append(input, list);
    show();
  });

  document.addEventListener('keydown', event => {
    if ((event.ctrlKey || event.metaKey) && event.key === 'k') { event.preventDefault(); palette(); return; }
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const typing = event.target.closest?.('input, textarea, select, dialog');
    if (event.key === 'Escape') { if (typing && !event.target.closest('dialog')) event.target.blur(); else if (!typing) closeDrawer(); return; }
    if (typing) return;
    const does = {
      j: () => step(1), k: () => step(-1), l: openRow, o: openRow, h: () => { if (!closeDrawer()) history.back(); },
      G: () => go(Infinity), g: () => { const now = Date.now(); if (now - firstG < 800) go(0); firstG = now; },
      '/': () => $('#q')?.focus(), '?': help, ':': palette, e: evidence,
      y: () => { if (drawer.firstChild || $('main .citation')) copyCitation(); else { wantsCopy = true; wantsCopy = evidence(); } },
      d: () => part('d'), t: () => part('t'), c: () => part('c'), w: () => part('w'), p: () => part('p'), s: () => part('s'),
      x: () => { const link = $('a[data-toggle-disputed]'); if (link) location.href = link.href; else part('x'); },
    }[event.key];
    if (does) { event.preventDefault(); does(); }
  });
})();
