/*
 * Keeps every number on the page true. A push says only "something changed"; then the numbers are read again under the
 * reader's own rights, written into every slot [data-badge], the title and the icon of the tab, and the page is told by
 * the event "goniec:changed", so that it refreshes its own lists. While the socket is closed a look every 30 s stands in.
 */
goniec.live = (function () {
  'use strict';

  var POLL = 30000;
  var open = false;
  var reading = false;
  var again = false;

  function badge(n, sentence) {
    var pill = document.createElement('span');
    pill.className = 'ui-badge ui-badge-danger';
    var digits = document.createElement('span');
    digits.setAttribute('aria-hidden', 'true');
    digits.textContent = n > 99 ? '99+' : n;
    var words = document.createElement('span');
    words.className = 'g-sr';
    words.textContent = sentence;
    pill.append(digits, words);
    return pill;
  }

  function fill(slot, n, sentence) {
    var words = slot.querySelector('.g-sr');
    if (n ? words && words.textContent === sentence : !slot.firstElementChild) { return; }
    slot.replaceChildren();
    if (n) { slot.append(badge(n, sentence)); }
  }

  function icon(n) {
    var link = document.querySelector('link[rel=icon]');
    if (!link) { return; }
    if (!link.dataset.plain) { link.dataset.plain = link.href; }
    if (!n) {
      link.href = link.dataset.plain;
      return;
    }
    var svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#1b5e4b"/>'
      + '<path fill="#fff" d="M16 5.6c3.5 2.7 5.4 5.3 5.4 8 0 1.7-.9 3.1-2.5 4h-5.800c-1.6-.9-2.5-2.3-2.5-4 0-2.7 1.9-5.3 5.4-8Z"/>'
      + '<path fill="#fff" d="M7.4 21.200h17.200c.8 0 1.4.6 1.4 1.400v4.400c0 .8-.6 1.4-1.4 1.400H7.400c-.8 0-1.4-.6-1.4-1.400v-4.400c0-.8.6-1.4 1.4-1.400Z"/>'
      + '<circle cx="22" cy="22" r="10" fill="#fff"/><circle cx="22" cy="22" r="9" fill="#c4162a"/>'
      + '<text x="22" y="26" font-family="Segoe UI, Noto Sans, sans-serif" font-size="' + (n > 9 ? 10 : 12)
      + '" font-weight="700" fill="#fff" text-anchor="middle">' + (n > 99 ? '99+' : n) + '</text></svg>';
    link.href = 'data:image/svg+xml,' + encodeURIComponent(svg);
  }

  function apply(numbers) {
    document.querySelectorAll('[data-badge]').forEach(function (slot) {
      var scope = slot.dataset.badge;
      if (scope === 'total') {
        fill(slot, numbers.total, numbers.totalText);
      } else if (scope.indexOf('company:') === 0) {
        var one = numbers.companies[scope.substring(8)];
        fill(slot, one ? one.n : 0, one ? one.text : '');
      }
    });
    document.querySelectorAll('[data-total-label]').forEach(function (link) {
      var words = link.dataset.totalLabel + ' ' + numbers.totalText;
      link.setAttribute('aria-label', words);
      link.title = words;
    });
    var plain = document.title.replace(/^\(\d+\+?\) /, '');
    document.title = (numbers.total ? '(' + (numbers.total > 99 ? '99+' : numbers.total) + ') ' : '') + plain;
    icon(numbers.total);
  }

  function refresh() {
    var side = document.documentElement.dataset.side;
    if (!side) { return; }
    if (reading) {
      again = true;
      return;
    }
    reading = true;
    // At the root the context is empty, and Faces renders no empty attribute.
    var context = document.getElementById('texts').dataset.context || '';
    fetch(context + '/live?side=' + side, { credentials: 'same-origin', cache: 'no-store', headers: { 'X-Requested-With': 'XMLHttpRequest' } })
      .then(function (answer) {
        if (answer.status === 401) {
          goniec.offerLogIn();
        } else if (answer.ok) {
          return answer.json().then(function (numbers) {
            apply(numbers);
            document.dispatchEvent(new CustomEvent('goniec:changed'));
          });
        }
        return null;
      })
      .catch(function () { /* the next look heals it */ })
      .finally(function () {
        reading = false;
        if (again) {
          again = false;
          refresh();
        }
      });
  }

  setInterval(function () { if (!open && document.visibilityState === 'visible') { refresh(); } }, POLL);
  document.addEventListener('visibilitychange', function () {
    if (!open && document.visibilityState === 'visible') { refresh(); }
  });
  document.addEventListener('DOMContentLoaded', function () {
    var total = /^\((\d+)\+?\) /.exec(document.title);
    icon(total ? Number(total[1]) : 0);
    if (window.jQuery) {
      jQuery(document).on('pfAjaxComplete', function (event, xhr, settings, args) {
        if (args && args.badges) { apply(JSON.parse(args.badges)); }
      });
    }
  });

  var opened = false;
  return {
    apply: apply,
    fill: fill,
    refresh: refresh,
    changed: refresh,
    opened: function () {
      open = true;
      if (opened) { refresh(); }
      opened = true;
    },
    closed: function () { open = false; }
  };
})();
