import { describe, expect, it } from 'vitest';
import { readPage } from '../../../src/build/search/html.ts';

const page = (inner: string): string =>
  `<html><body><nav>导航</nav><main class="a" lang="zh-CN">${inner}</main></body></html>`;

describe('the prose of a built page', () => {
  it('is what a visitor reads, with its title and where its sections begin', () => {
    const read = readPage(
      page(
        '<h1 id="_top">指标 体系</h1><p>第一段<b>粗</b>字&amp;&#20013;&#x6587;。</p><h2 id="a-&quot;b">小节<span>一</span></h2><p>第二段</p><h3>没有锚点</h3><p>第三段</p>',
      ),
    );
    expect(read).toEqual({
      title: '指标 体系',
      text: '第一段粗字&中文。\n第二段\n第三段',
      sections: [{ id: 'a-"b', title: '小节一', from: 10 }],
    });
    expect(read?.text.slice(10, 13)).toBe('第二段');
  });
  it('leaves out code, drawings, navigation, islands and what is hidden', () => {
    const read = readPage(
      page(
        '<p>看<!-- 不看 --><svg><text>图</text></svg>见<br><img alt="x">的</p><script>let a = "<p>";</script><style>p{}</style><nav>目录<div>里</div></nav>' +
          '<astro-island><form>工具<astro-island>里层</astro-island></form></astro-island><div hidden>藏</div><span popover id="x">卡片</span>' +
          '<a class="sl-anchor-link" href="#">复制</a><div data-pagefind-ignore="true">略</div><footer>尾</footer><p>完</p>',
      ),
    );
    expect(read?.text).toBe('看见的\n完');
  });
  it('keeps buttons that are words of a sentence, not those that do something', () => {
    expect(
      readPage(page('<p><button class="term" popovertarget="t">客单价</button>高<button>复制</button></p>'))
        ?.text,
    ).toBe('客单价高');
  });
  it('leaves entities it does not know as they are', () => {
    expect(readPage(page('<p>a&hellip;b&nbsp;c &lt;p&gt;</p>'))?.text).toBe('a&hellip;b c <p>');
  });
  it('is undefined where there is no main part', () => {
    expect(readPage('<html><body>x</body></html>')).toBeUndefined();
  });
});
