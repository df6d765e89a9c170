import { ChevronRight } from 'lucide-react';
import { type ComponentProps, type ReactNode, useId } from 'react';
import { usePage } from '@/components/shell/context/page-context';
import { type GroupId, groupLabel } from './arrange/groups';

/** Where the pointer and the focus are. */
type Hand = Pick<
  ComponentProps<'fieldset'>,
  'onPointerEnter' | 'onPointerLeave' | 'onFocus' | 'onBlur'
>;

type FilterGroupProps = Hand & {
  group: GroupId;
  /** Folded until it is opened or has something in force; else open until it is folded. */
  folded?: boolean;
  /** How many conditions are in force in it. */
  inForce?: number;
  children: ReactNode;
};

/** One filter under its name, folded or open as it was left. */
export function FilterGroup({
  group,
  folded = false,
  inForce = 0,
  children,
  ...hand
}: FilterGroupProps) {
  const { preferences, setPreferences } = usePage();
  const { foldedGroups, openedGroups } = preferences;
  const open =
    !foldedGroups.includes(group) && (!folded || openedGroups.includes(group) || inForce > 0);
  return (
    <FoldingGroup label={groupLabel(group)} open={open} onFold={fold} inForce={inForce} {...hand}>
      {children}
    </FoldingGroup>
  );

  function fold() {
    const without = (names: readonly string[]) => names.filter((name) => name !== group);
    setPreferences(
      open
        ? { foldedGroups: [...foldedGroups, group], openedGroups: without(openedGroups) }
        : { foldedGroups: without(foldedGroups), openedGroups: [...openedGroups, group] },
    );
  }
}

type FoldingGroupProps = Hand & {
  label: string;
  open: boolean;
  onFold: () => void;
  inForce: number;
  /** A button at the end of its name. */
  action?: ReactNode;
  children: ReactNode;
};

/** A filter under its name, by which it folds. */
export function FoldingGroup(props: FoldingGroupProps) {
  const { label, open, onFold, inForce, action, children, ...hand } = props;
  const content = useId();
  return (
    <fieldset className="relative min-w-0 border-t border-line px-3 py-3" {...hand}>
      <legend className="float-left w-full px-1 text-xs font-semibold text-muted">
        <button
          type="button"
          aria-expanded={open}
          aria-controls={open ? content : undefined}
          onClick={onFold}
          className="-mx-1 flex min-h-6 w-full items-center gap-1 rounded px-1 hover:bg-hover"
        >
          <bdi className={action ? 'max-w-44 truncate' : undefined}>{label}</bdi>
          <ChevronRight
            aria-hidden
            className={open ? 'size-3.5 rotate-90 text-faint' : 'size-3.5 text-faint'}
          />
          {!open && inForce > 0 && (
            <span
              aria-hidden
              className={
                action ? 'mr-6 ml-auto font-normal text-accent' : 'ml-auto font-normal text-accent'
              }
            >
              {inForce} in force
            </span>
          )}
        </button>
      </legend>
      {action}
      {open && (
        <div id={content} className="clear-both">
          {children}
        </div>
      )}
    </fieldset>
  );
}
