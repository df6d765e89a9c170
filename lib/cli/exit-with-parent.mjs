// @ts-check
/** Loaded into a child with `--import`: when its parent is gone, however it went, the child goes too. */
process.once('disconnect', () => process.exit(0));
