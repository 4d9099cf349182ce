package org.personalbudget.ops.security;

/** Whatever stands for a signed-in user, however they signed in. */
interface SignedIn {

    Caller caller();
}
