/*
 * The box in which a message is written. The draft on the server is the truth; what it has not got yet waits in the tab's
 * session storage under the person's and the conversation's number, so that an expired session or a reload loses nothing.
 */
goniec.composer = (function () {
  'use strict';

  var SAVE_AFTER = 900;
  var timers = {};
  var sending = {};
  var uploads = {};
  var waits = {};
  var unanswered = {};

  function box(id) { return document.querySelector('[data-composer="' + id + '"]'); }
  function field(id) { return document.getElementById(id + ':write:text'); }
  function storageKey(id) { return 'goniec.draft.' + box(id).dataset.key; }
  function fill(pattern, first, second) { return pattern.replace('{0}', first).replace('{1}', second); }
  function idOf(element) {
    var owner = element.closest('[data-composer]');
    return owner ? owner.dataset.composer : null;
  }

  /* ---- text ---- */
  function store(id, text) {
    try {
      if (text) { sessionStorage.setItem(storageKey(id), text); } else { sessionStorage.removeItem(storageKey(id)); }
    } catch (full) { /* the server's draft stands in */ }
  }

  function save(id) {
    clearTimeout(timers[id]);
    delete timers[id];
    var area = field(id);
    if (area && !sending[id]) {
      area.dataset.saving = area.value;
      window['composerSave_' + id]();
    }
  }

  function saved(id) {
    var area = field(id);
    if (area && area.value === area.dataset.saving) { store(id, ''); }
  }

  function length(id) {
    var left = box(id).dataset.maxText - field(id).value.length;
    var slot = box(id).querySelector('[data-left-of]');
    slot.textContent = left < box(id).dataset.maxText / 10 ? fill(box(id).dataset.left, left) : '';
    slot.classList.toggle('is-over', left < 0);
  }

  function valid(id) {
    var area = field(id);
    if (area.getAttribute('aria-invalid') === 'true') {
      area.setAttribute('aria-invalid', 'false');
      area.classList.remove('ui-state-error');
      document.getElementById(id + ':said').replaceChildren();
    }
  }

  function grow(area) {
    if (!CSS.supports('field-sizing', 'content')) {
      area.style.height = 'auto';
      area.style.height = area.scrollHeight + 'px';
    }
  }

  function typed(id) {
    var area = field(id);
    store(id, area.value);
    length(id);
    valid(id);
    grow(area);
    clearTimeout(timers[id]);
    timers[id] = setTimeout(save, SAVE_AFTER, id);
  }

  function write(id, text) {
    var area = field(id);
    area.value = text;
    typed(id);
  }

  /* A box has come to the page: take back what the server never got. */
  function begin(id) {
    var area = field(id);
    if (!area || area.dataset.begun) { return; }
    area.dataset.begun = 'true';
    uploads[id] = 0;
    delete sending[id];
    var kept = null;
    try { kept = sessionStorage.getItem(storageKey(id)); } catch (closed) { /* nothing kept */ }
    if (kept && kept !== area.value) { write(id, kept); }
    length(id);
    grow(area);
    nameUpload(id);
  }

  function beginAll() {
    document.querySelectorAll('[data-composer]').forEach(function (one) { begin(one.dataset.composer); });
  }

  /* Saves at once what waits, before the box goes. */
  function keep() {
    Object.keys(timers).forEach(function (id) { if (box(id)) { save(id); } });
  }

  /* ---- sending ---- */
  /* PrimeFaces gives the button back a moment after its answer. */
  function press(id) {
    var button = document.getElementById(id + ':go:send');
    if (button && button.disabled) {
      setTimeout(press, 30, id);
    } else if (button) {
      button.click();
    }
  }

  function before(id) {
    if (sending[id]) { return false; }
    if (uploads[id] > 0) {
      waits[id] = true;
      field(id).readOnly = true;
      refuse(id, box(id).dataset.busy, 'g-muted');
      return false;
    }
    clearTimeout(timers[id]);
    delete timers[id];
    sending[id] = true;
    delete unanswered[id];
    field(id).readOnly = true;
    return true;
  }

  /* A message that was sent while files were on their way goes when they are there; a refused file keeps it back. */
  function sendIfWaiting(id) {
    if (!waits[id] || !box(id) || uploads[id] > 0) { return; }
    delete waits[id];
    forget(id);
    field(id).readOnly = false;
    press(id);
  }

  function waitNoMore(id) {
    if (waits[id]) {
      delete waits[id];
      field(id).readOnly = false;
    }
  }

  function after(id, args) {
    delete sending[id];
    if (!box(id)) { return; }
    var area = field(id);
    area.readOnly = false;
    if (args && args.sent) {
      area.value = '';
      store(id, '');
      valid(id);
      forget(id);
      length(id);
      grow(area);
    } else if (!unanswered[id]) {
      area.setAttribute('aria-invalid', 'true');
      area.setAttribute('aria-describedby', id + ':said');
      area.classList.add('ui-state-error');
    }
    area.focus();
  }

  function sent(id, args) {
    var key = box(id) ? storageKey(id) : null;
    after(id, args);
    if (args && args.sent) {
      if (key) { sessionStorage.removeItem(key); }
      document.dispatchEvent(new CustomEvent('goniec:sent', { detail: id }));
    }
  }

  /* The server gave no answer: nothing is known of the message, so everything stays, and the text is not at fault. */
  function notSent(id) {
    delete sending[id];
    unanswered[id] = true;
    if (field(id)) { field(id).readOnly = false; }
  }

  /* ---- files ---- */
  function nameUpload(id) {
    var choose = box(id).querySelector('.ui-fileupload-choose');
    if (!choose) { return; }
    var input = choose.querySelector('input[type=file]');
    choose.setAttribute('aria-label', choose.getAttribute('title') || choose.textContent.trim());
    choose.removeAttribute('aria-labelledby');
    choose.removeAttribute('title');
    input.tabIndex = -1;
    input.setAttribute('aria-label', choose.getAttribute('aria-label'));
    input.removeAttribute('aria-labelledby');
    input.setAttribute('aria-hidden', 'true');
    var widget = PF('upload_' + id);
    // The widget keeps a list of its own; the chips stand for it, and a name is on the page once.
    widget.content.detach();
    widget.jq.on('fileuploadprogress', function (event, data) { progress(data.files[0], data.loaded / data.total); });
    widget.jq.on('fileuploadalways', function (event, data) { finish(id, data.files[0]); });
  }

  function refuse(id, sentence, style) {
    var list = box(id).querySelector('[data-refused]');
    var line = document.createElement('p');
    line.className = style || 'ui-message-error';
    line.textContent = sentence;
    list.append(line);
  }

  function forget(id) { box(id).querySelector('[data-refused]').replaceChildren(); }

  function total(id) {
    var sum = 0;
    box(id).querySelectorAll('[data-size]').forEach(function (chip) { sum += Number(chip.dataset.size); });
    return sum;
  }

  function chip(id, file) {
    var data = box(id).dataset;
    var one = document.createElement('span');
    one.className = 'g-file g-file--busy';
    one.dataset.size = file.size;
    one.innerHTML = '<span class="pi pi-file" aria-hidden="true"></span><span class="g-cut"><b></b> <small></small></span>'
      + '<button type="button" class="g-x"><span class="pi pi-times" aria-hidden="true"></span></button>'
      + '<span class="ui-progressbar" role="progressbar" aria-valuemin="0" aria-valuemax="100" aria-valuenow="0"><span class="ui-progressbar-value"></span></span>';
    one.querySelector('b').textContent = file.name;
    one.querySelector('[role=progressbar]').setAttribute('aria-label', fill(data.progress, file.name));
    var cancel = one.querySelector('button');
    cancel.setAttribute('aria-label', fill(data.cancel, file.name));
    cancel.addEventListener('click', function () {
      waitNoMore(id);
      if (file.ajaxRequest) { file.ajaxRequest.abort(); }
    });
    box(id).querySelector('[data-uploads]').append(one);
    return one;
  }

  function progress(file, share) {
    if (file.chip) {
      var percent = Math.round(share * 100);
      file.chip.querySelector('small').textContent = percent + '%';
      file.chip.querySelector('[role=progressbar]').setAttribute('aria-valuenow', percent);
      file.chip.querySelector('.ui-progressbar-value').style.width = percent + '%';
    }
  }

  function finish(id, file) {
    if (file.chip) {
      file.chip.remove();
      file.chip = null;
      uploads[id] = Math.max(0, uploads[id] - 1);
    }
  }

  /* PrimeFaces asks for each file before it is sent. */
  function add(id, widget, file, accept) {
    var data = box(id).dataset;
    if (uploads[id] === 0 && !file.joined) { forgetOnce(id); }
    if (file.size > Number(data.maxFile)) {
      refuse(id, fill(data.tooLarge, file.name, data.maxFile / 1048576));
    } else if (total(id) + file.size > Number(data.maxMessage)) {
      refuse(id, fill(data.messageTooLarge, file.name, data.maxMessage / 1048576));
    } else {
      file.chip = chip(id, file);
      uploads[id] += 1;
      accept(file);
    }
  }

  /* Refusals of an earlier choice go, those of the same choice stay together. */
  var choice = {};
  function forgetOnce(id) {
    if (!choice[id]) {
      forget(id);
      choice[id] = setTimeout(function () { delete choice[id]; }, 0);
    }
  }

  function uploaded(id, args) {
    if (args && args.refused && box(id)) {
      waitNoMore(id);
      refuse(id, args.refused);
    }
    setTimeout(function () { sendIfWaiting(id); }, 0);
  }

  function uploadFailed(id, widget, failure) {
    waitNoMore(id);
    var xhr = failure[0];
    if (xhr && xhr.status === 401) {
      goniec.logIn();
      return;
    }
    widget.files = widget.files.filter(function (file) {
      var gone = file.ajaxRequest && file.ajaxRequest.state && file.ajaxRequest.state() === 'rejected';
      if (gone) {
        refuse(id, fill(box(id).dataset.failed, file.name));
        finish(id, file);
      }
      return !gone;
    });
  }

  function paste(event) {
    var id = idOf(event.target);
    var files = id && event.clipboardData ? Array.from(event.clipboardData.files) : [];
    if (!files.length) { return; }
    event.preventDefault();
    var now = new Date().toISOString().replace(/[-:]/g, '').replace('T', '-').substring(0, 15);
    var named = files.map(function (file, index) {
      var kind = (file.type.split('/')[1] || 'png').replace('jpeg', 'jpg');
      var name = /^image\./.test(file.name) ? box(id).dataset.pasted + '-' + now + (index ? '-' + index : '') + '.' + kind : file.name;
      return new File([file], name, { type: file.type });
    });
    PF('upload_' + id).jq.fileupload('add', { files: named });
  }

  /* ---- wiring ---- */
  document.addEventListener('input', function (event) {
    var id = event.target.matches('textarea') && idOf(event.target);
    if (id) { typed(id); }
  });
  document.addEventListener('keydown', function (event) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && event.target.matches('textarea')) {
      var id = idOf(event.target);
      if (id) {
        event.preventDefault();
        if (!sending[id]) { press(id); }
      }
    }
  });
  document.addEventListener('paste', paste);
  document.addEventListener('click', function (event) {
    var button = event.target.closest('[data-remove]');
    var id = button && idOf(button);
    if (id) { window['composerRemove_' + id]([{ name: 'attachment', value: button.dataset.remove }]); }
  });
  document.addEventListener('visibilitychange', function () {
    if (document.visibilityState === 'hidden') { keep(); }
  });
  // Twice: the widgets of PrimeFaces are made when the page is ready, and must be there first.
  $(function () {
    $(function () {
      beginAll();
      $(document).on('pfAjaxComplete', beginAll);
    });
  });

  return {
    keep: keep,
    saved: saved,
    removed: function (id) { if (field(id)) { field(id).focus(); } },
    sending: before,
    sent: sent,
    notSent: notSent,
    add: add,
    uploaded: uploaded,
    uploadFailed: uploadFailed,
    begin: beginAll
  };
})();
