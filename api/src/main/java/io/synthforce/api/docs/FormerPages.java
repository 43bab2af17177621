package io.synthforce.api.docs;

import io.synthforce.api.settings.ApiRole;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Leads those who look for the documentation where the reference has it to where it is here. */
@Configuration(proxyBeanMethods = false)
@ApiRole
class FormerPages implements WebMvcConfigurer {

    @Override
    public void addViewControllers(ViewControllerRegistry pages) {
        pages.addRedirectViewController("/redoc", "/docs");
    }
}
