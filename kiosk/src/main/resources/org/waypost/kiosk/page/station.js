// A station's page after a minute without a touch: warns at 40 s, leaves at 60 s. Without this file the page leaves by itself.
(function () {
  'use strict';

  var WARN = 40000;
  var LEAVE = 60000;
  var TELL = 15000;
  var last = Date.now();
  var told = Date.now();

  function touched() {
    last = Date.now();
    document.getElementById('leaving').hidden = true;
    if (last - told > TELL) {
      told = last;
      fetch('/station/stay', { method: 'POST', credentials: 'same-origin' });
    }
  }

  function look() {
    var still = Date.now() - last;
    if (still >= LEAVE) {
      window.location.replace('/station/rest');
    } else if (still >= WARN) {
      document.getElementById('leaving').hidden = false;
    }
  }

  document.addEventListener('DOMContentLoaded', function () {
    if (document.getElementById('leaving')) {
      ['keydown', 'input', 'pointerdown', 'touchstart'].forEach(function (name) {
        document.addEventListener(name, touched, { passive: true });
      });
      window.setInterval(look, 1000);
    }
  });
})();
