/** Stands in every stored comparison's making: raise it when the same two snapshots would be told differently. */
export const COMPARATOR_VERSION = 5;
