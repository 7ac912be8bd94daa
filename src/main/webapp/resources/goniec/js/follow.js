/*
 * A page that shows something on its way: [data-follow] names the remote command that reads it again while the attribute is
 * there, [data-refresh] the one for a page that only follows pushes.
 */
document.addEventListener('DOMContentLoaded', function () {
  'use strict';

  function run(attribute) {
    var part = document.querySelector('[data-' + attribute + ']');
    if (part) { window[part.dataset[attribute]](); }
  }

  goniec.follow(
    function () { return document.querySelector('[data-follow]') !== null; },
    function () { run('follow'); });
  document.addEventListener('goniec:changed', function () {
    run('follow');
    run('refresh');
  });
});
