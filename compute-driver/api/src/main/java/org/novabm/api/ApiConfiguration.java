package org.novabm.api;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;

/**
 * The whole REST service; an application imports it.
 *
 * <p>Beans it needs: {@link org.novabm.node.NodeStore}, {@link org.novabm.node.HoldStore}, {@link
 * org.novabm.node.SwitchStore}, {@link org.novabm.task.TaskStore}, {@link
 * org.novabm.task.StepCatalogue}, {@link org.novabm.service.ServiceStore}, {@link
 * org.novabm.instance.InstanceStore}, {@link org.novabm.driver.ComputeDriver}, {@link
 * org.novabm.driver.NodeDriver}, {@link org.novabm.driver.NodeRelease}, {@link
 * org.novabm.device.Devices}, {@link org.novabm.device.PowerBook}, {@link
 * org.novabm.console.Consoles}, {@link ApiAccess}, {@link ApiLimits}, {@link KnownBackends}, {@link
 * EndpointCheck}, {@link ServiceIdentity} and {@link java.time.InstantSource}; any number of {@link
 * PeerCheck} become parts of the health answer.
 *
 * <p>The defaults of {@code api.properties} (which actuator endpoints answer, where the OpenAPI
 * document is) stand behind every other property source, so an application may set others.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@PropertySource("classpath:org/novabm/api/api.properties")
@OpenAPIDefinition(
    info =
        @Info(
            title = "novabm",
            version = "1",
            description =
                "Bare-metal nodes, their switches, the instances on them, and what is done to them."))
public class ApiConfiguration {}
