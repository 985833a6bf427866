package org.novabm.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.context.annotation.Configuration;

/** The rules of docs/architecture.md that the modules' dependencies do not hold by themselves. */
@AnalyzeClasses(packages = "org.novabm", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String[] CORE = {
    "org.novabm.node..",
    "org.novabm.service..",
    "org.novabm.device..",
    "org.novabm.instance..",
    "org.novabm.lifecycle..",
    "org.novabm.task..",
    "org.novabm.step..",
    "org.novabm.plan..",
    "org.novabm.driver..",
    "org.novabm.journal..",
    "org.novabm.console.."
  };
  private static final String[] BACK_ENDS = {
    "org.novabm.power..", "org.novabm.netswitch..", "org.novabm.deploy.."
  };

  @ArchTest
  static final ArchRule theSpiNeedsNothing =
      classes()
          .that()
          .resideInAnyPackage(
              "org.novabm.spi",
              "org.novabm.spi.power",
              "org.novabm.spi.network",
              "org.novabm.spi.deploy")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "org.jspecify..", "org.novabm.spi..");

  /** Whoever calls the service can have it, and gets nothing of the service with it. */
  @ArchTest
  static final ArchRule whatRestSaysNeedsNothingButJacksonsAnnotations =
      classes()
          .that()
          .resideInAPackage("org.novabm.rest..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.jspecify..",
              "com.fasterxml.jackson.annotation..",
              "org.novabm.rest..");

  @ArchTest
  static final ArchRule theCoreKnowsNoFrameworkAndNoProtocol =
      classes()
          .that()
          .resideInAnyPackage(CORE)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.jspecify..",
              "org.slf4j..",
              "tools.jackson..",
              "org.novabm.spi..",
              "org.novabm.node..",
              "org.novabm.service..",
              "org.novabm.device..",
              "org.novabm.instance..",
              "org.novabm.lifecycle..",
              "org.novabm.task..",
              "org.novabm.step..",
              "org.novabm.plan..",
              "org.novabm.driver..",
              "org.novabm.journal..",
              "org.novabm.console..");

  @ArchTest
  static final ArchRule backEndsKnowTheSpiAlone =
      noClasses()
          .that()
          .resideInAnyPackage(BACK_ENDS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.novabm.node..",
              "org.novabm.service..",
              "org.novabm.device..",
              "org.novabm.instance..",
              "org.novabm.lifecycle..",
              "org.novabm.task..",
              "org.novabm.step..",
              "org.novabm.plan..",
              "org.novabm.driver..",
              "org.novabm.journal..",
              "org.novabm.console..",
              "org.novabm.store..",
              "org.novabm.messaging..",
              "org.novabm.api..",
              "org.novabm.rest..",
              "org.novabm.conf..",
              "org.novabm.cli..",
              "org.novabm.app..");

  @ArchTest
  static final ArchRule configurationKnowsNeitherTheCoreNorWhoIsConfigured =
      noClasses()
          .that()
          .resideInAPackage("org.novabm.conf..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(CORE)
                  .or(
                      resideInAnyPackage(
                          "org.novabm.api..",
                          "org.novabm.rest..",
                          "org.novabm.cli..",
                          "org.novabm.app..")));

  /** Who acts for which host is also asked when no service answers. */
  @ArchTest
  static final ArchRule toolsSpeakToTheServiceAndAreNoPartOfIt =
      noClasses()
          .that()
          .resideInAPackage("org.novabm.cli..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(CORE)
                  .and(DescribedPredicate.not(resideInAPackage("org.novabm.service")))
                  .or(resideInAnyPackage("org.novabm.api..", "org.novabm.app..")));

  @ArchTest
  static final ArchRule powerManagersDoNotKnowEachOther =
      slices().matching("org.novabm.power.(*)..").should().notDependOnEachOther();

  @ArchTest
  static final ArchRule switchManagersDoNotKnowEachOther =
      slices().matching("org.novabm.netswitch.(*)..").should().notDependOnEachOther();

  @ArchTest
  static final ArchRule onlyTheStoreKnowsJpa =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.novabm.store..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.persistence..", "org.hibernate..");

  @ArchTest
  static final ArchRule nobodyDependsOnTheApplication =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.novabm.app..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.novabm.app..");

  @ArchTest
  static final ArchRule composingIsDoneInOnePlace =
      classes()
          .that()
          .areAnnotatedWith(Configuration.class)
          .should()
          .resideInAnyPackage("org.novabm.app.wiring", "org.novabm.store", "org.novabm.api..");

  @ArchTest
  static final ArchRule theCoreHasNoCycles =
      slices()
          .matching(
              "org.novabm.(node|service|device|instance|lifecycle|task|step|plan|driver|journal|console)..")
          .should()
          .beFreeOfCycles();

  @ArchTest
  static final ArchRule theLoopDoesNotKnowTheSteps =
      noClasses()
          .that()
          .resideInAnyPackage("org.novabm.task", "org.novabm.plan")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.novabm.step");
}
