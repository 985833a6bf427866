/**
 * Two nova-compute on one MariaDB and one RabbitMQ, killed and stopped at the boundaries of their
 * steps, with simulated BMCs and a simulated switch that say what really happened.
 */
package org.novabm.app.chaos;
