/**
 * What customers are worth, how long they stay, and how they buy.
 *
 * <p>In: orders and subscriptions of persons. Out: findings on value against cost, retention, churn and habits.
 */
@NullMarked
package dev.ukur.insights.customers;

import org.jspecify.annotations.NullMarked;
