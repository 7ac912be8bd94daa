/*
 * The lista firm, and other lists in which companies are ticked: ticks that show at once and are kept on the server. The lista firm
 * follows what happens elsewhere.
 */
goniec.companies = (function () {
  'use strict';

  function rowTicks() { return Array.from(document.querySelectorAll('.g-tick[data-company]')); }

  function head() {
    var page = document.getElementById('tickPage');
    if (!page) { return; }
    var all = rowTicks();
    var ticked = all.filter(function (box) { return box.checked; }).length;
    page.checked = ticked > 0 && ticked === all.length;
    page.indeterminate = ticked > 0 && ticked < all.length;
  }

  function dress() {
    head();
    document.querySelectorAll('[data-sort]').forEach(function (button) {
      button.closest('th').setAttribute('aria-sort', button.dataset.sort);
    });
  }

  function dialogOpen() { return document.querySelector('.g-notice.ui-overlay-visible, .g-notice[aria-hidden=false]') !== null; }

  /* A list that is read again must not move under somebody who is writing a notice; what it missed comes when he is done. */
  var missed = false;
  function refresh() {
    if (!document.getElementById('list:panel')) { return; }
    missed = dialogOpen();
    if (!missed) { window.companiesRefresh(); }
  }

  function closed() {
    if (missed) {
      missed = false;
      window.companiesRefresh();
    }
  }

  function sending() { return document.querySelector('#strip[data-finished=false]') !== null; }

  document.addEventListener('change', function (event) {
    var box = event.target;
    if (box.id === 'tickPage') {
      window.companiesTickPage([{ name: 'ticked', value: box.checked }]);
    } else if (box.dataset.company) {
      box.closest('tr').classList.toggle('ui-state-highlight', box.checked);
      head();
      window.companiesTick([{ name: 'company', value: box.dataset.company }, { name: 'ticked', value: box.checked }]);
    }
  });
  document.addEventListener('goniec:changed', refresh);
  document.addEventListener('DOMContentLoaded', function () {
    dress();
    // Whoever asked for the rows: what the page reads by itself sends no event.
    new MutationObserver(dress).observe(document.getElementById('main'), { childList: true, subtree: true });
    goniec.follow(sending, refresh);
  });

  return {
    paged: function () {
      dress();
      document.querySelector('.g-panel').scrollIntoView({ block: 'nearest' });
    },
    ticked: head,
    closed: closed,
    opened: function (args) {
      if (args && args.opened) { PF('noticeDialog').show(); }
    },
    sent: function (args) {
      goniec.composer.sent('notice', args);
      if (args && args.sent) { PF('noticeDialog').hide(); }
    }
  };
})();
