import { BudgetError } from '../errors.js';
import { addCosts, type Cost, NO_COST } from '../store/cost.js';

/** The most that may be spent: characters (Unicode code points) or credits. */
export type Budget =
  | { readonly characters: number; readonly credits?: never }
  | { readonly credits: number; readonly characters?: never };

/** What a document has cost, and whether it may cost more. */
export interface Ledger {
  readonly spent: Cost;
  /** Writes down what was bought. */
  spend(cost: Cost): void;
  /** Why something more cannot be bought within the budget, or null. `coming` is what was asked for and is not written down yet. */
  refusal(cost: Cost, coming: Cost): BudgetError | null;
}

/** `onSpend` hears of each purchase, and of all together. */
export function createLedger(
  budget: Budget | (() => Budget) | undefined,
  onSpend: ((bought: Cost, spent: Cost) => void) | undefined,
): Ledger {
  let spent = NO_COST;
  return {
    get spent() {
      return spent;
    },
    spend(cost) {
      spent = addCosts(spent, cost);
      onSpend?.(cost, spent);
    },
    refusal(cost, coming) {
      const allowed = typeof budget === 'function' ? budget() : budget;
      if (!allowed) return null;
      const after = addCosts(addCosts(spent, coming), cost);
      const fits =
        allowed.credits === undefined
          ? after.characters <= allowed.characters
          : after.credits !== null && after.credits <= allowed.credits;
      if (fits) return null;
      return new BudgetError(
        allowed.credits === undefined
          ? `Going on would bring what was bought to ${after.characters} characters, and the budget is ${allowed.characters}. Nothing more was bought. Raise the budget and press play again.`
          : `Going on would bring what was spent to ${after.credits ?? 'an unknown number of'} credits, and the budget is ${allowed.credits}. Nothing more was bought. Raise the budget and press play again.`,
      );
    },
  };
}
