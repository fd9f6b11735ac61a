import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText, escapeHtml, html, safeJson, unsafeHtml } from './markup.ts';

describe('html template', () => {
  it('escapes what is put in, and only once', () => {
    const inner = html`<b>${'<i>&"\'`'}</b>`;
    expect(html`<p title="${'" onload="x'}">${inner}${[inner, 3]}${undefined}</p>`.toString()).toBe(
      '<p title="&quot; onload=&quot;x"><b>&lt;i&gt;&amp;&quot;&#39;&#96;</b><b>&lt;i&gt;&amp;&quot;&#39;&#96;</b>3</p>',
    );
    expect(html`${unsafeHtml('<hr>')}`.toString()).toBe('<hr>');
  });

  it('leaves no character that could open markup or leave an attribute', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(escapeHtml(text)).not.toMatch(/[<>"'`]/u);
      }),
    );
  });

  it('replaces control characters, direction overrides and lone surrogates, and keeps Chinese', () => {
    expect(cleanText('a\u0000b\u202Ec\uD800d\u001b')).toBe('a\uFFFDb\uFFFDc\uFFFDd\uFFFD');
    expect(cleanText('授信额度 𠮷')).toBe('授信额度 𠮷');
  });
});

describe('safeJson', () => {
  it('round-trips and cannot end a script element', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), (value, text) => {
        const json = safeJson([value, text, '</script><!--\u2028']);
        expect(json).not.toMatch(/[<>&\u2028\u2029]/u);
        expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify([value, text, '</script><!--\u2028'])));
      }),
    );
  });
});
