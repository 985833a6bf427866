package org.novabm.deploy.fake;

import org.novabm.spi.settings.Setting;

/** Settings of group {@code [deploy:fake]}. */
record FakeDeployerSettings(
    @Setting(
            value = "From publishing to the end of a deployment, in whole seconds.",
            byDefault = "0",
            most = 86_400)
        int delaySeconds,
    @Setting(value = "How many deployments of a hundred fail.", byDefault = "0", most = 100)
        int failurePercent) {}
