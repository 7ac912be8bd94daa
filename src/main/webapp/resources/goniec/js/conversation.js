/*
 * The open conversation, on both sides. The server renders; this script takes over what an ajax answer brings into the log
 * without touching what stays, keeps the scroll where the reader is, and tells the server what is in front of his eyes.
 */
goniec.thread = (function () {
  'use strict';

  var NEAR = 80;
  var TOGETHER = 150;
  var main;

  function log() { return document.querySelector('.g-log'); }
  function seen() { return document.visibilityState === 'visible' && (!dialog() || dialog().isVisible()); }
  function dialog() { return document.getElementById('window') ? PF('window') : null; }
  function atEnd(list) { return list.scrollHeight - list.scrollTop - list.clientHeight < NEAR; }

  /* ---- what the log shows ---- */
  function takeOver() {
    var fresh = document.getElementById('fresh');
    var list = log();
    if (!fresh || !list || !fresh.firstElementChild) { return; }
    var coming = {};
    Array.from(fresh.children).forEach(function (child) { coming[child.dataset.key] = true; });
    var known = {};
    Array.from(list.children).forEach(function (child) {
      if (coming[child.dataset.key]) { known[child.dataset.key] = child; } else { child.remove(); }
    });
    var at = list.firstElementChild;
    Array.from(fresh.children).forEach(function (child) {
      var old = known[child.dataset.key];
      if (old && old.outerHTML === child.outerHTML) {
        if (old === at) { at = at.nextElementSibling; } else { list.insertBefore(old, at); }
      } else {
        list.insertBefore(child, at);
        if (old) {
          if (old === at) { at = at.nextElementSibling; }
          old.remove();
        }
      }
    });
    fresh.replaceChildren();
  }

  /* A box that grows takes room from the log: who stands at the end stays there. */
  var follows = true;
  var room = new ResizeObserver(function () { if (follows) { toEnd(); } });
  function watch() {
    var list = log();
    if (list && !list.dataset.watched) {
      list.dataset.watched = 'true';
      list.addEventListener('scroll', function () { follows = atEnd(list); }, { passive: true });
      room.disconnect();
      room.observe(list);
    }
    follows = !!list && atEnd(list);
  }

  function toEnd() { var list = log(); if (list) { list.scrollTop = list.scrollHeight; } }

  function toUnread() {
    var list = log();
    var line = list && list.querySelector('.g-new');
    if (line) {
      list.scrollTop += line.getBoundingClientRect().top - list.getBoundingClientRect().top - 12;
    } else {
      toEnd();
    }
    watch();
  }

  function changed(stay) {
    var list = log();
    if (!list) { return; }
    var follow = !stay && atEnd(list);
    takeOver();
    if (follow) { toEnd(); }
  }

  function older() {
    var list = log();
    var below = list.scrollHeight - list.scrollTop;
    takeOver();
    list.scrollTop = list.scrollHeight - below;
    list.focus();
  }

  /* ---- which conversation is open ---- */
  function phoneBack() {
    var back = document.querySelector('.g-top a.g-phone');
    if (!back || !main) { return; }
    if (!back.dataset.list) {
      back.dataset.list = back.getAttribute('href');
      back.dataset.listName = back.getAttribute('aria-label');
    }
    var texts = document.getElementById('screen').dataset;
    var inThread = main.classList.contains('g-in--thread');
    back.setAttribute('href', inThread ? texts.list : back.dataset.list);
    back.setAttribute('aria-label', inThread ? texts.back : back.dataset.listName);
    back.toggleAttribute('data-leave', inThread);
  }

  function screen(open) {
    if (!main) { return; }
    main.classList.toggle('g-in--thread', open);
    main.classList.toggle('g-in--list', !open);
    phoneBack();
  }

  function address(conversation) {
    var url = new URL(location.href);
    if (conversation) { url.searchParams.set('conversation', conversation); } else { url.searchParams.delete('conversation'); }
    return url;
  }

  function opened(stay) {
    screen(true);
    toUnread();
    var list = log();
    if (!stay && list) { history.pushState({}, '', address(list.dataset.conversation)); }
    var area = document.getElementById('reply:write:text');
    if (area && matchMedia('(min-width: 721px)').matches) { area.focus(); } else if (list) { list.focus(); }
  }

  function open(conversation) {
    goniec.composer.keep();
    window.goniecOpen([{ name: 'conversation', value: conversation }]);
  }

  function leave() {
    goniec.composer.keep();
    window.goniecLeave();
    screen(false);
  }

  /* ---- what happens elsewhere ---- */
  var waiting;
  function refresh() {
    clearTimeout(waiting);
    waiting = setTimeout(function () { window.goniecRefresh([{ name: 'seen', value: seen() }]); }, TOGETHER);
  }

  /* ---- the client's window ---- */
  var opener;
  function openWindow(item) {
    opener = item && item.id;
    window.goniecOpenWindow([{ name: 'seen', value: document.visibilityState === 'visible' }]);
  }

  function windowOpened() {
    PF('window').show();
    toUnread();
    var area = document.getElementById('reply:write:text');
    if (area) { setTimeout(function () { area.focus(); }, 0); }
  }

  function windowClosed() {
    goniec.composer.keep();
    window.goniecCloseWindow();
    history.replaceState({}, '', withoutMessages());
  }

  /* The module below has been read anew, and with it perhaps the link that opened the window: the focus returns to it now. */
  function windowLeft() {
    var to = [opener, 'talk', 'messages'].map(function (id) { return id && document.getElementById(id); })
      .find(function (element) { return element && element.offsetParent; });
    if (to) { to.focus(); }
  }

  function withoutMessages() {
    var url = new URL(location.href);
    url.searchParams.delete('messages');
    return url;
  }

  /* ---- wiring ---- */
  document.addEventListener('click', function (event) {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) { return; }
    var item = event.target.closest('[data-open], [data-leave], [data-window], [data-thread]');
    if (!item) { return; }
    event.preventDefault();
    if (item.dataset.open) {
      open(item.dataset.open);
    } else if (item.dataset.window) {
      openWindow(item);
    } else if (item.dataset.thread === 'older') {
      window.goniecOlder();
    } else if (item.dataset.thread === 'newer') {
      window.goniecNewer();
    } else {
      leave();
      history.pushState({}, '', address(null));
    }
  });
  document.addEventListener('goniec:changed', refresh);
  document.addEventListener('goniec:sent', function (event) {
    if (event.detail === 'first') {
      PF('picker').hide();
      opened();
    } else {
      takeOver();
    }
    toEnd();
  });
  document.addEventListener('visibilitychange', function () { if (seen() && log()) { refresh(); } });
  window.addEventListener('popstate', function () {
    if (!main) { return; }
    var conversation = new URL(location.href).searchParams.get('conversation');
    if (conversation) {
      goniec.composer.keep();
      popped = true;
      window.goniecOpen([{ name: 'conversation', value: conversation }]);
    } else {
      leave();
    }
  });
  var popped = false;

  function start() {
    main = document.querySelector('main.g-in');
    if (main && log()) {
      screen(true);
      toUnread();
      if (seen()) { refresh(); }
    }
    if (document.querySelector('[data-window-at-once]')) { openWindow(); }
  }

  // Twice: what PrimeFaces does when the page is ready comes first, or a request would go without its nonce.
  $(function () { $(start); });

  return {
    opened: function () {
      var stay = popped;
      popped = false;
      opened(stay);
    },
    changed: changed,
    older: older,
    picked: function () {
      var area = document.getElementById('first:write:text');
      if (area) { area.focus(); }
    },
    pickerClosing: function () {
      goniec.composer.keep();
      window.goniecPickerClosed();
    },
    windowOpened: windowOpened,
    windowClosed: windowClosed,
    windowLeft: windowLeft
  };
})();
