/**
 * What becomes of a text that a library hands to one of the browser's script sinks without a policy of its own: the
 * address of a script must be one of this build, markup may only be the empty script that React makes its script
 * elements from, and text never becomes code. It must not hold an end of a script element itself.
 */
export const DEFAULT_POLICY_SCRIPT = `(function () {
  if (!window.trustedTypes) return;
  var refuse = function () { return null; };
  window.trustedTypes.createPolicy('default', {
    createScript: refuse,
    createHTML: function (html) { return html === '<script><\\/script>' ? html : null; },
    createScriptURL: function (address) {
      var url = new URL(address, location.origin);
      var own = url.origin === location.origin && url.pathname.indexOf('/_next/static/') === 0;
      return own ? address : null;
    }
  });
})();`;
