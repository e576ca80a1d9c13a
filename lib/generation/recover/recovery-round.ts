/** What one round of the recovery has learnt. */
export interface RecoveryRound {
  /** The store refused a picture: the others in the spool are not even read until the next round. */
  isStoreDown: boolean;
}
