// node tests/engine/on-aws/budget.ts: gives the account of the tests a monthly budget, which writes to ENGINE_BUDGET_EMAIL.
import { accountAtHand } from "./account.ts";
import { askAws, tellAws } from "./ask-aws.ts";

const NAME = "engine-tests";

const account = accountAtHand();
const { ENGINE_BUDGET_EMAIL: email, ENGINE_BUDGET_USD: amount = "50" } = process.env;
if (account === undefined) throw new Error("ENGINE_ACCOUNT_ID is not set. Set it to the account of the tests.");
if (!email) throw new Error("ENGINE_BUDGET_EMAIL is not set. Set it to the address that hears of costs.");

const BudgetLimit = { Amount: amount, Unit: "USD" };
const budget = { BudgetName: NAME, BudgetType: "COST", TimeUnit: "MONTHLY", BudgetLimit };
const notifications = [
  { NotificationType: "ACTUAL", Threshold: 50 },
  { NotificationType: "ACTUAL", Threshold: 100 },
  { NotificationType: "FORECASTED", Threshold: 100 },
].map((each) => ({
  Notification: { ...each, ComparisonOperator: "GREATER_THAN", ThresholdType: "PERCENTAGE" },
  Subscribers: [{ SubscriptionType: "EMAIL", Address: email }],
}));

const { error } = askAws("budgets", "describe-budget", "--account-id", account.id, "--budget-name", NAME);
if (error !== undefined && !error.includes("NotFoundException")) throw new Error(error);
// An update keeps the old address; a new budget has the one that is asked for.
if (error === undefined) tellAws("budgets", "delete-budget", "--account-id", account.id, "--budget-name", NAME);
tellAws(
  ...["budgets", "create-budget", "--account-id", account.id, "--budget", JSON.stringify(budget)],
  ...["--notifications-with-subscribers", JSON.stringify(notifications)],
);
console.log(`The account ${account.id} has the budget ${NAME}: ${amount} USD a month, of which ${email} hears.`);
