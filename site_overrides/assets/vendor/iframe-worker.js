/* A Worker for pages that are read from disk, where browsers refuse real ones: the search script runs in a hidden frame.
   The theme looks for "iframe-worker" in this file's path. Our own: the usual shim writes an inline script (which our
   Content-Security-Policy forbids) and is fetched from a foreign host. */
(function () {
  "use strict";
  if (location.protocol !== "file:") return;

  function FrameWorker(address) {
    var self = this;
    var home = new URL(address, document.baseURI);
    var frame = document.createElement("iframe");
    frame.hidden = true;
    frame.title = "Search";
    document.body.appendChild(frame);
    var inside = frame.contentWindow;
    var waiting = [];
    var ready = false;

    function load(source) {
      return new Promise(function (resolve, reject) {
        var script = frame.contentDocument.createElement("script");
        script.src = new URL(source, home).href;
        script.onload = resolve;
        script.onerror = reject;
        frame.contentDocument.body.appendChild(script);
      });
    }

    function hand(data) {
      inside.dispatchEvent(new inside.MessageEvent("message", { data: data }));
    }

    this.onmessage = null;
    this.onerror = null;
    this.listeners = [];
    inside.postMessage = function (data) {
      var event = new MessageEvent("message", { data: data });
      self.listeners.forEach(function (listener) { listener.call(self, event); });
      if (self.onmessage) self.onmessage(event);
    };
    inside.importScripts = function () {
      return Array.prototype.reduce.call(arguments, function (before, source) {
        return before.then(function () { return load(source); });
      }, Promise.resolve());
    };
    this.post = function (data) {
      if (ready) hand(data); else waiting.push(data);
    };
    this.frame = frame;
    load(home).then(function () {
      ready = true;
      waiting.forEach(hand);
    });
  }

  FrameWorker.prototype.postMessage = function (data) { this.post(data); };
  FrameWorker.prototype.addEventListener = function (type, listener) {
    if (type === "message") this.listeners.push(listener);
  };
  FrameWorker.prototype.removeEventListener = function (type, listener) {
    this.listeners = this.listeners.filter(function (each) { return each !== listener; });
  };
  FrameWorker.prototype.terminate = function () { this.frame.remove(); };
  window.Worker = FrameWorker;
})();
