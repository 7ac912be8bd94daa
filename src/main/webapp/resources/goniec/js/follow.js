/*
 * A page that shows something on its way: [data-follow] names the remote command that reads it again while the attribute is
 * there, [data-refresh] the one for a page that only follows pushes.
 */
document.addEventListener('DOMContentLoaded', function () {
  'use strict';

  var FOLLOW = 2500;
  var following;

  function run(attribute) {
    var part = document.querySelector('[data-' + attribute + ']');
    if (part) { window[part.dataset[attribute]](); }
  }

  function follow() {
    clearTimeout(following);
    if (document.querySelector('[data-follow]')) { following = setTimeout(run, FOLLOW, 'follow'); }
  }

  follow();
  jQuery(document).on('pfAjaxComplete', follow);
  document.addEventListener('goniec:changed', function () {
    run('follow');
    run('refresh');
  });
});
