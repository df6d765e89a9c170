export type ViewTimer = {
  /** Whether there is anything to see: time in which nobody can look does not count. */
  show: (visible: boolean) => void;
  stop: () => void;
};

/** Tells once when something has been looked at for so long, with breaks or without. */
export function createViewTimer(ms: number, onDwelt: () => void): ViewTimer {
  let left = ms;
  let since = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const pause = () => {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    left -= performance.now() - since;
  };

  return {
    show(visible) {
      if (!visible) return pause();
      if (timer !== undefined || left === Number.POSITIVE_INFINITY) return;
      since = performance.now();
      timer = setTimeout(
        () => {
          timer = undefined;
          left = Number.POSITIVE_INFINITY;
          onDwelt();
        },
        Math.max(0, left),
      );
    },
    stop: pause,
  };
}
