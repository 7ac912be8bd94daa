/* A choice is stored as soon as it is made; colours change at once, the language with a new page. */
document.addEventListener('change', function (event) {
  'use strict';
  var choice = event.target;
  if (!choice.dataset.choose) { return; }
  if (choice.name === 'theme') {
    document.documentElement.dataset.theme = choice.value === 'SYSTEM' ? '' : choice.value.toLowerCase();
  }
  window[choice.dataset.choose]([{ name: 'value', value: choice.value }]);
});
