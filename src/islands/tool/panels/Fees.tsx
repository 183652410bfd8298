import { createSignal, createUniqueId, For, type JSX, onMount, Show, untrack } from 'solid-js';
import type { Fee } from '#logic';
import { parseTyped } from '#logic/number/typing.ts';
import { decimal, HUNDRED, ONE, toMachine, ZERO } from '#logic/number/decimal.ts';
import { notify } from '#src/device/notice.ts';
import type { ToolLive } from '../ToolFrame.tsx';

const CONFIDENCE = { high: '把握高', medium: '把握中', low: '把握低，只作起点' } as const;
const UNITS: Readonly<Record<string, string>> = { percent: '%', money: '元', usd: '美元', eur: '欧元' };

/** 平台费率: dated figures that can fill the fields of this tool; choose a platform, then what to fill. */
export default function Fees(props: { live: ToolLive }): JSX.Element {
  const id = createUniqueId();
  const wanted = untrack(() => props.live.view.fees ?? {});
  const [fees, setFees] = createSignal<Fee[]>();
  const [failed, setFailed] = createSignal(false);
  const load = async (): Promise<void> => {
    // Beside the tool's own page, whatever the site's base is.
    const response = await fetch(new URL('../fees.json', new URL(props.live.address, location.href)));
    const all = (await response.json()) as Fee[];
    setFees(all.filter((fee) => Object.values(wanted).some((ids) => ids.includes(fee.id))));
  };
  onMount(() => void load().catch(() => setFailed(true)));
  /** 淘宝天猫 is no platform of its own: what it names belongs to both. */
  const platforms = (): string[] => {
    const names = [...new Set((fees() ?? []).map(({ platform }) => platform))];
    return names.filter((name) => !names.some((other) => other !== name && name.includes(other)));
  };
  const [chosen, setChosen] = createSignal('');
  const platform = (): string => chosen() || (platforms()[0] ?? '');
  const lines = (): { key: string; label: string; fee: Fee }[] =>
    Object.entries(wanted).flatMap(([key, ids]) =>
      (fees() ?? [])
        .filter((fee) => fee.platform.includes(platform()) && ids.includes(fee.id))
        .map((fee) => ({
          key,
          fee,
          label: props.live.view.fields.find((field) => field.key === key)?.label ?? key,
        })),
    );
  const fill = (key: string, fee: Fee, add: boolean): void => {
    const before = props.live.state.fields[key] ?? '';
    const unit =
      props.live.view.fields.find((field) => field.key === key)?.unit === 'percent' ? 'percent' : 'money';
    const now = parseTyped(before, { unit, signed: true });
    const typed = now.state === 'ok' ? now.value.times(unit === 'percent' ? HUNDRED : ONE) : ZERO;
    props.live.setField(key, add ? toMachine(typed.plus(decimal(fee.value))) : fee.value);
    notify('已填进上面的表里，照自己的账单改。', {
      label: '撤销',
      run: () => props.live.setField(key, before),
    });
  };
  return (
    <>
      <p class="panel-lead">这些数带着日期和把握，都只是起点。以自己后台的账单为准。</p>
      <Show
        when={!failed()}
        fallback={<p class="remark tone-caution">费率没有加载出来，请检查网络后关掉再打开这一块。</p>}
      >
        <div class="panel-fields">
          <div class="field">
            <label for={id}>平台</label>
            <select id={id} onInput={(event) => setChosen(event.currentTarget.value)}>
              <For each={platforms()}>
                {(name) => (
                  <option value={name} selected={name === platform()}>
                    {name}
                  </option>
                )}
              </For>
            </select>
          </div>
        </div>
        <ul class="records">
          <For each={lines()}>
            {({ key, label, fee }) => (
              <li>
                <span>
                  <b>
                    {fee.name} {fee.value}
                    {UNITS[fee.unit] ?? ''}
                  </b>
                  <Show when={fee.base}>，按{fee.base}</Show>
                  <Show when={fee.range}>，常见{fee.range}</Show>
                  <small>
                    截至{fee.asOf}，{CONFIDENCE[fee.confidence]}。{fee.hint}
                  </small>
                </span>
                <button type="button" class="button" onClick={() => fill(key, fee, false)}>
                  填进「{label}」
                </button>
                <button type="button" class="button" onClick={() => fill(key, fee, true)}>
                  加到「{label}」
                </button>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </>
  );
}
