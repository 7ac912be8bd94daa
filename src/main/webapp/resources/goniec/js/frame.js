/* What every screen needs: the status line, the menus, and an end of the session that loses no text. */
var goniec = window.goniec || {};
(function () {
  'use strict';

  function text(name) {
    return document.getElementById('texts').dataset[name];
  }

  /* ---- the one polite status region ---- */
  var hide;
  function quiet() {
    clearTimeout(hide);
    document.getElementById('status').textContent = '';
  }

  goniec.say = function (sentence) {
    var status = document.getElementById('status');
    if (!status || !sentence) { return; }
    quiet();
    requestAnimationFrame(function () { status.textContent = sentence; });
    hide = setTimeout(quiet, 8000);
  };

  /* ---- the session is over: keep what was typed, log in, come back ---- */
  function draftsKey() { return 'goniec.typed:' + location.pathname + location.search; }

  function keepTyped() {
    var typed = {};
    document.querySelectorAll('textarea[id], input.g-keep[id]').forEach(function (field) {
      if (field.value) { typed[field.id] = field.value; }
    });
    try { sessionStorage.setItem(draftsKey(), JSON.stringify(typed)); } catch (full) { /* then the server's draft stands in */ }
  }

  function restoreTyped() {
    var typed;
    try { typed = JSON.parse(sessionStorage.getItem(draftsKey()) || 'null'); } catch (broken) { typed = null; }
    if (!typed) { return; }
    Object.keys(typed).forEach(function (id) {
      var field = document.getElementById(id);
      if (!field) { return; }
      if (field.value !== typed[id]) {
        field.value = typed[id];
        field.dispatchEvent(new Event('input', { bubbles: true }));
        field.dispatchEvent(new Event('change', { bubbles: true }));
        goniec.say(text('restored'));
      }
      delete typed[id];
    });
    if (Object.keys(typed).length) {
      sessionStorage.setItem(draftsKey(), JSON.stringify(typed));
    } else {
      sessionStorage.removeItem(draftsKey());
    }
  }

  goniec.logIn = function () {
    keepTyped();
    location.assign((text('context') || '') + '/login.xhtml?from=' + encodeURIComponent(location.pathname + location.search));
  };

  /* Something the person did not ask for found the session over: offer, do not drag him away. */
  goniec.offerLogIn = function () {
    if (document.getElementById('sessionOver')) { return; }
    var bar = document.createElement('div');
    bar.id = 'sessionOver';
    bar.className = 'g-session-over';
    bar.setAttribute('role', 'alert');
    var sentence = document.createElement('span');
    sentence.textContent = text('expired');
    var button = document.createElement('button');
    button.type = 'button';
    button.className = 'ui-button ui-widget g-small';
    button.textContent = text('login');
    button.addEventListener('click', goniec.logIn);
    bar.append(sentence, button);
    document.body.append(bar);
    // What fills the window, or stands at its lower edge, makes room, also when a turned phone breaks the sentence.
    new ResizeObserver(function () { document.documentElement.style.setProperty('--g-over', bar.offsetHeight + 'px'); }).observe(bar);
  };

  /* PrimeFaces 15 leaves what was pressed disabled after an error, and nobody could try again (its issue 14782). */
  function release(settings) {
    var pressed = PrimeFaces.getWidgetById(PrimeFaces.ajax.Utils.getSourceId(settings));
    if (pressed && pressed.jq.hasClass('ui-state-loading')) { PrimeFaces.buttonEndAjaxDisabled(pressed, pressed.jq); }
  }

  function onAjaxError(xhr) {
    if (xhr && xhr.status === 401) {
      if (xhr.goniecAsked) { goniec.logIn(); } else { goniec.offerLogIn(); }
    } else {
      var incident = xhr && xhr.getResponseHeader('X-Incident');
      goniec.say(text(xhr && xhr.status ? 'failed' : 'offline') + (incident ? ' ' + text('incident') + ' ' + incident : ''));
    }
  }

  /* ---- a menu button as the ARIA practices describe it; fill, if there is one, promises the entries ---- */
  function menuButton(button, menu, fill) {
    var items = function () { return Array.from(menu.querySelectorAll('[role=menuitem]')); };
    function show(index) {
      menu.hidden = false;
      button.setAttribute('aria-expanded', 'true');
      var all = items();
      all[(index + all.length) % all.length].focus();
    }
    function open(index) {
      if (fill) { fill(menu).then(function () { show(index); }, onFetchError); } else { show(index); }
    }
    function close(focus) {
      menu.hidden = true;
      button.setAttribute('aria-expanded', 'false');
      if (focus) { button.focus(); }
    }
    button.addEventListener('click', function () { if (menu.hidden) { open(0); } else { close(true); } });
    button.addEventListener('keydown', function (event) {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        open(event.key === 'ArrowDown' ? 0 : -1);
      }
    });
    menu.addEventListener('keydown', function (event) {
      var all = items();
      var at = all.indexOf(document.activeElement);
      var to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
      if (to !== undefined) {
        event.preventDefault();
        all[(to + all.length) % all.length].focus();
      } else if (event.key === 'Escape') {
        close(true);
      } else if (event.key === 'Tab') {
        close(false);
      } else if (event.key === ' ') {
        event.preventDefault();
        document.activeElement.click();
      }
    });
    document.addEventListener('click', function (event) {
      if (!menu.hidden && !menu.contains(event.target) && !button.contains(event.target)) { close(false); }
    });
  }

  var wired = new Set();

  function menus() {
    [['userMenu'], ['companyMenu', companies]].forEach(function (one) {
      var menu = document.getElementById(one[0]);
      if (menu && !wired.has(menu)) {
        wired.add(menu);
        menuButton(document.getElementById(one[0] + 'Button'), menu, one[1]);
      }
    });
  }

  /* Whoever is quicker than the page presses before it has come whole, and has the menu all the same. */
  document.addEventListener('click', menus, true);

  /* ---- the company switcher: its entries are read when it is opened, and only then ---- */
  function companies(menu) {
    return fetch(menu.dataset.source, { credentials: 'same-origin', cache: 'no-store', headers: { 'X-Requested-With': 'XMLHttpRequest' } })
      .then(function (answer) { return answer.ok ? answer.json() : Promise.reject(answer); })
      .then(function (rows) {
        var list = menu.querySelector('[data-companies]');
        list.replaceChildren.apply(list, rows.map(function (row) { return companyEntry(menu, row); }));
      });
  }

  function companyEntry(menu, row) {
    var entry = document.createElement('li');
    entry.className = 'ui-menuitem';
    entry.setAttribute('role', 'none');
    entry.innerHTML = '<a class="ui-menuitem-link" role="menuitem" tabindex="-1"><span class="ui-menuitem-text"></span><span></span></a>';
    var link = entry.firstElementChild;
    link.href = menu.dataset.address + row.id;
    if (String(row.id) === menu.dataset.current) { link.setAttribute('aria-current', 'true'); }
    link.firstElementChild.textContent = row.name;
    link.lastElementChild.dataset.badge = 'company:' + row.id;
    goniec.live.fill(link.lastElementChild, row.n, row.text);
    return entry;
  }

  function onFetchError(answer) {
    if (answer.status === 401) { goniec.logIn(); } else { goniec.say(text(answer.status ? 'failed' : 'offline')); }
  }

  /* ---- buttons of our own markup: data-command calls a p:remoteCommand, data-unfold shows what it names ---- */
  function buttons(event) {
    var button = event.target.closest('[data-command], [data-unfold], [data-close]');
    if (!button) { return; }
    if (button.dataset.command) {
      window[button.dataset.command]([{ name: 'value', value: button.dataset.value || '' }]);
    } else if (button.dataset.unfold) {
      var part = document.getElementById(button.dataset.unfold);
      part.hidden = !part.hidden;
      button.setAttribute('aria-expanded', String(!part.hidden));
    } else {
      PF(button.dataset.close).hide();
    }
  }

  function toggles(event) {
    var name = event.target.dataset.toggle;
    if (name) { window[name]([{ name: 'value', value: event.target.checked }]); }
  }

  /* ---- PrimeFaces only dims the arrows of a paginator at its ends: who hears the page is told so, too ---- */
  function paginators() {
    var paginator = window.PrimeFaces && PrimeFaces.widget.Paginator && PrimeFaces.widget.Paginator.prototype;
    if (!paginator) { return; }
    function tell(arrow) { arrow.attr('aria-disabled', String(arrow.hasClass('ui-state-disabled'))); }
    function telling(method) {
      return function (arrow) {
        method.apply(this, arguments);
        (arrow ? [arrow] : [this.prevLink, this.nextLink]).forEach(tell);
      };
    }
    ['configureAria', 'enableElement', 'disableElement'].forEach(function (name) { paginator[name] = telling(paginator[name]); });
  }

  /* ---- PrimeFaces' upload does not say that it is a button, and draws chosen pictures from blob: addresses, which our policy refuses ---- */
  function uploads() {
    var upload = window.PrimeFaces && PrimeFaces.widget.FileUpload && PrimeFaces.widget.FileUpload.prototype;
    if (!upload) { return; }
    var bindEvents = upload.bindEvents;
    upload.IMAGE_TYPES = /$^/;
    upload.bindEvents = function () {
      bindEvents.apply(this, arguments);
      this.chooseButton.attr('role', 'button');
    };
  }

  /* ---- what is on its way: looked at soon, since most is done at once, then more seldom, and never before the last answer ---- */
  var SOON = 500;
  var SELDOM = 2500;
  goniec.follow = function (underWay, look) {
    var wait = SOON;
    function step() {
      if (!underWay()) {
        wait = SOON;
      } else if (PrimeFaces.ajax.Queue.isEmpty()) {
        look();
        wait = Math.min(2 * wait, SELDOM);
      }
      setTimeout(step, wait);
    }
    setTimeout(step, wait);
  };

  paginators();
  uploads();
  document.addEventListener('click', buttons);
  document.addEventListener('change', toggles);
  document.addEventListener('DOMContentLoaded', function () {
    menus();
    restoreTyped();
    if (window.jQuery) {
      jQuery(document)
        // Only what a person asked for is global; savings and refreshes of the page's own are not, and send no such event.
        .on('pfAjaxSend', function (event, xhr) {
          xhr.goniecAsked = true;
          // What the line says is of the press before this one.
          if (document.getElementById('status')) { quiet(); }
        })
        .on('pfAjaxError', function (event, xhr, settings) {
          release(settings);
          onAjaxError(xhr);
        })
        .on('pfAjaxComplete', function (event, xhr, settings, args) {
          if (args && args.status) { goniec.say(args.status); }
          restoreTyped();
        });
    }
  });
})();
