// Keys and focus for the registrar's screen. The screen works without this file by its plain forms.
(function () {
  'use strict';

  function usable(element) {
    return !element.disabled && element.offsetParent !== null;
  }

  function press(element) {
    if (element.tagName === 'BUTTON') {
      element.click();
      return;
    }
    if (element.tagName === 'SUMMARY') {
      element.parentElement.open = true;
      element.scrollIntoView({ block: 'start' });
    }
    element.focus();
  }

  function onKey(event) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || !/^F\d+$/.test(event.key)) {
      return;
    }
    var named = Array.prototype.filter.call(document.querySelectorAll('[data-key="' + event.key + '"]'), usable);
    if (named.length > 0) {
      event.preventDefault();
      press(named[0]);
    }
  }

  function typing() {
    var focused = document.activeElement;
    return focused && /^(INPUT|TEXTAREA|SELECT)$/.test(focused.tagName) && focused.type !== 'checkbox';
  }

  function focusNext() {
    var next = document.querySelector('[data-next]');
    if (next && !typing()) {
      next.focus({ preventScroll: true });
    }
  }

  function onSettled() {
    focusNext();
  }

  function onRequest(event) {
    var message = document.getElementById('message');
    if (message && event.detail.requestConfig && event.detail.requestConfig.verb !== 'get') {
      message.textContent = '';
    }
  }

  function onClick(event) {
    if (event.target.closest('[data-print]')) {
      window.print();
    }
  }

  document.addEventListener('click', onClick);
  document.addEventListener('keydown', onKey);
  document.addEventListener('htmx:afterSettle', onSettled);
  document.addEventListener('htmx:beforeSend', onRequest);
  document.addEventListener('DOMContentLoaded', focusNext);
})();
