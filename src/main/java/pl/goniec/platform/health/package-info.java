/**
 * Whether Goniec can work, as load balancers and supervisors ask at the management address: ready is another matter than alive.
 * Each check is called by the name that its answer has, and none waits for long.
 */
package pl.goniec.platform.health;
