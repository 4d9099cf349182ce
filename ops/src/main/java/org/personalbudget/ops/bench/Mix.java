package org.personalbudget.ops.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The mix of {@code W1}: of a hundred commands ten plan and approve, sixty record a spend, thirty pay a provider.
 * Callers pick budgets at random; a budget that another caller holds is waited for, as its numbers count up.
 */
final class Mix {

    private final List<BenchBudget> budgets;
    private final List<ReentrantLock> locks = new ArrayList<>();

    Mix(List<BenchBudget> budgets) {
        this.budgets = budgets;
        for (int i = 0; i < budgets.size(); i++) locks.add(new ReentrantLock());
    }

    /**
     * Lets callers write for a while.
     *
     * @return accepted commands a second
     */
    double run(BenchCaller caller, int callers, double seconds, long seed) throws InterruptedException {
        long before = caller.accepted();
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        Callers.together(callers, number -> {
            Random random = new Random(seed + number);
            while (System.nanoTime() < end) one(caller, random);
        });
        return (caller.accepted() - before) * 1e9 / (System.nanoTime() - start);
    }

    private void one(BenchCaller caller, Random random) {
        int at = random.nextInt(budgets.size());
        BenchBudget budget = budgets.get(at);
        ReentrantLock lock = locks.get(at);
        lock.lock();
        try {
            int draw = random.nextInt(95);
            // A plan and its approval are two commands, so five draws make ten of a hundred.
            if (draw < 5) budget.planAndApprove(caller);
            else if (draw < 65) budget.spend(caller, 100 + random.nextInt(400));
            else budget.payProvider(caller, 500 + random.nextInt(2_000));
        } finally {
            lock.unlock();
        }
    }
}
