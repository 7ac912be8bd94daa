/* The demonstration's accounts fill in the form; the person still presses the button himself. */
document.addEventListener('DOMContentLoaded', function () {
  'use strict';
  document.querySelectorAll('[data-email]').forEach(function (account) {
    account.addEventListener('click', function () {
      document.getElementById('login:email').value = account.dataset.email;
      document.getElementById('login:password').value = document.getElementById('demoPassword').textContent;
      document.getElementById('login:submit').focus();
    });
  });
});
